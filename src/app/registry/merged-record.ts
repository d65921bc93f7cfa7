import { isDeepStrictEqual } from "node:util";
import type { Evaluation, Oddity } from "#records";

/** Fields that say where a record comes from: those of the file that comes in now. */
const ofTheFile: ReadonlySet<string> = new Set([
  "id",
  "provenance",
  "valueOrigins",
  "oddities",
  "missing",
  "unmapped",
  "origin",
]);

const together: Readonly<Record<string, readonly string[]>> = {
  symbols: ["printedSymbol", "symbol", "symbolIsPlaceholder", "otherSymbols"],
  links: ["link", "printedLink", "links"],
  title: ["title", "titles"],
  reportLanguages: ["reportLanguages", "otherLanguages"],
};

/** The fields of a record that the columns of a mapping fill: an empty cell there says that there is nothing. */
export const fieldsOfMapping = (fields: readonly { readonly field: string }[]): ReadonlySet<string> =>
  new Set(fields.flatMap(({ field }) => together[field.replace(/\.(en|fr|es|pt)$/, "")] ?? [field]));

/**
 * The record that stands after a file was read again: what the file says, but
 * - what a person wrote stays, and where the file says otherwise that is told as an oddity;
 * - what the file has no place for stays.
 *
 * @param filled fields the file has a place for; null where it has one for all
 */
export function mergedRecord(
  known: Evaluation,
  fresh: Evaluation,
  filled: ReadonlySet<string> | null,
): Evaluation {
  const standing = known as Readonly<Record<string, unknown>>;
  const said = fresh as Readonly<Record<string, unknown>>;
  const kept: Record<string, unknown> = {};
  const origins = { ...fresh.valueOrigins };
  const oddities: Oddity[] = [];
  for (const field of Object.keys(said)) {
    if (ofTheFile.has(field)) continue;
    const byPerson = Boolean(known.valueOrigins[field]?.by);
    const isLeftOpen = isEmpty(said[field]) && filled !== null && !filled.has(field);
    if (!byPerson && !isLeftOpen) continue;
    kept[field] = standing[field];
    const origin = known.valueOrigins[field];
    if (origin) origins[field] = origin;
    if (byPerson && !isEmpty(said[field]) && !isDeepStrictEqual(said[field], standing[field]))
      oddities.push({
        code: "evaluations.kept-by-person",
        message: `The file says otherwise of ${field}; what a person wrote was kept.`,
      });
  }
  return {
    ...fresh,
    ...kept,
    valueOrigins: origins,
    oddities: [...fresh.oddities, ...oddities],
  } as Evaluation;
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" && Object.keys(value).length === 0);
