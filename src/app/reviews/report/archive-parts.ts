// Parts of an archive that the log alone gives: written when it is made, made again when it is checked.

import { strToU8 } from "fflate";
import type { ReviewState } from "#reviews";
import { archiveNames } from "./archive-format.ts";

export const json = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 1)}\n`);

const csvCell = (cell: string | number | null): string => {
  const text = cell === null ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const csv = (rows: readonly (readonly (string | number | null)[])[]): Uint8Array =>
  strToU8(rows.map((row) => `${row.map(csvCell).join(",")}\n`).join(""));

const recordRows = (state: ReviewState) => [
  ["id", "title", "year", "language", "search", "evaluation", "project", "role", "duplicate_of", "document"],
  ...[...state.records.byId.values()].map(({ record, project, role, duplicateOf }) => [
    record.id,
    record.title,
    record.year,
    record.language,
    record.search,
    record.evaluation,
    project,
    role,
    duplicateOf,
    record.document,
  ]),
];

const protocolVersions = (state: ReviewState) =>
  state.protocol.versions.map(({ version, at, reason, event, protocol }) => ({
    version,
    at,
    reason,
    event,
    protocol,
  }));

/** The protocol and the records, by their names in the archive. */
export const partsOfLog = (state: ReviewState): Readonly<Record<string, Uint8Array>> => ({
  [archiveNames.protocol]: json(protocolVersions(state)),
  [archiveNames.records]: csv(recordRows(state)),
});
