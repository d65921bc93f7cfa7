// A table that was handed in and waits for its mapping: kept by its hash until it is imported or dropped.

import { permission } from "#access";
import type { WorkbookReading, WorkbookTable } from "#documents";
import { fail, ok, problem, type Result, type Sha256 } from "#kernel";
import type { Actor } from "#records";
import {
  type EvaluationMapping,
  mappingFields,
  mappingFits,
  proposeMapping as propose,
  readMapping,
  type VocabularyTerms,
} from "#sources";
import type { Effects } from "../effects.ts";
import { withKeptFile } from "../kept-source.ts";
import { readApart } from "../reading/read-apart.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { standingVocabularies } from "./vocabularies.ts";

/** What was handed in longer ago than this is thrown away when the next table comes. */
const daysKept = 7;

/** Terms people keep count as words for their codes. */
async function termsOf(effects: Effects): Promise<VocabularyTerms> {
  const vocabularies = new Map(
    (await standingVocabularies(effects.store.catalogue)).map(({ id, terms }) => [id, terms]),
  );
  const terms = {
    themes: vocabularies.get("theme"),
    populations: vocabularies.get("population"),
    branches: vocabularies.get("branch"),
    criteria: vocabularies.get("criterion"),
    type: vocabularies.get("evaluation-type"),
    timing: vocabularies.get("evaluation-timing"),
    nature: vocabularies.get("evaluation-nature"),
    status: vocabularies.get("evaluation-status"),
    region: vocabularies.get("region"),
  };
  return Object.fromEntries(
    Object.entries(terms).filter(([, list]) => list !== undefined),
  ) as VocabularyTerms;
}

const plainName = (name: string): string =>
  name
    .replace(/\.[^.]+$/, "")
    .replace(/[_-]+/g, " ")
    .trim() || name;

export const openTable: RouteUseCase<"openTable"> = async (effects, actor, input) =>
  withKeptFile<RouteReply<"openTable">>(
    effects,
    actor,
    "evaluation.import",
    input,
    input.name,
    async ({ stored, bytes }) => {
      const read = await readApart("workbook", { bytes, name: input.name }, { limits: effects.reading });
      if (!read.ok) return read;
      await dropOldDrafts(effects);
      const { drafts } = effects.store.catalogue;
      const waiting = await drafts.byHash(stored.sha256);
      if (waiting !== null && !isOf(waiting, actor)) return waitsForSomebody(effects, waiting);
      // An administrator who looks at the table of somebody else does not take it from them.
      if (waiting === null || waiting.addedBy === actor.id)
        await drafts.add({ sha256: stored.sha256, name: input.name, at: effects.now(), by: actor.id });
      return ok(
        await opened(effects, {
          sha256: stored.sha256,
          name: input.name,
          reading: read.value,
          source: input.source,
        }),
      );
    },
  );

export const draftTable: RouteUseCase<"draftTable"> = async (effects, actor, { sha256, source }) => {
  const draft = await draftOf(effects, actor, sha256);
  if (!draft.ok) return draft;
  return ok(await opened(effects, { ...draft.value, sha256: sha256 as Sha256, source }));
};

/** What the page of a mapping needs to know of a table. */
async function opened(
  effects: Effects,
  given: {
    readonly sha256: Sha256;
    readonly name: string;
    readonly reading: WorkbookReading;
    readonly source: string | undefined;
  },
): Promise<RouteReply<"openTable">> {
  const { sha256, name, reading } = given;
  const table = shownFirst(reading);
  const proposal = propose(table, given.source?.trim() || plainName(name), await termsOf(effects));
  const saved = (await effects.store.catalogue.mappings.list()).flatMap(({ id, record }) => {
    const mapping = record as EvaluationMapping;
    const fit = mappingFits(mapping, sheetOf(reading, mapping.sheet) ?? table);
    return fit.fits ? [{ id, isSame: fit.isSame, added: [...fit.added], mapping: plain(mapping) }] : [];
  });
  return {
    table: sha256,
    name,
    format: reading.format,
    encoding: reading.encoding,
    sheets: reading.tables.map(({ sheet, hidden, rows }) => ({ sheet, hidden, rows: rows.length })),
    repairs: reading.repairs,
    warnings: [...reading.problems],
    fields: Object.entries(mappingFields).map(([id, field]) => ({
      id,
      kind: field.kind,
      codes: "codes" in field ? [...field.codes] : null,
    })),
    proposal: plain(proposal),
    saved,
  };
}

export const proposeMapping: RouteUseCase<"proposeMapping"> = async (effects, actor, input) => {
  const draft = await draftOf(effects, actor, input.sha256);
  if (!draft.ok) return draft;
  const table =
    input.sheet === null ? shownFirst(draft.value.reading) : sheetOf(draft.value.reading, input.sheet);
  if (table === null) return sheetUnknown(draft.value, input.sheet);
  return ok(plain(propose(table, input.source, await termsOf(effects))));
};

export const dropTable: RouteUseCase<"dropTable"> = async (effects, actor, { sha256 }) => {
  const allowed = permission(actor, "evaluation.import");
  if (!allowed.ok) return allowed;
  const { catalogue, files } = effects.store;
  const draft = await catalogue.drafts.byHash(sha256 as Sha256);
  if (draft === null || !isOf(draft, actor)) return ok({ dropped: false });
  await catalogue.drafts.remove(sha256 as Sha256);
  await files.discard(sha256 as Sha256);
  return ok({ dropped: true });
};

export const listMappings: RouteUseCase<"listMappings"> = async (effects, actor) => {
  const allowed = permission(actor, "evaluation.import");
  if (!allowed.ok) return allowed;
  return ok(
    (await effects.store.catalogue.mappings.list()).map(({ id, version, recordedAt, record }) => ({
      id,
      version,
      recordedAt,
      mapping: plain(record as EvaluationMapping),
    })),
  );
};

export type Draft = { readonly name: string; readonly bytes: number; readonly reading: WorkbookReading };

/** A table handed in by this person, read again. */
export const draftGone: Result<never> = fail(
  problem(
    "app.not-found",
    "This table is not waiting here: it was imported, thrown away, or handed in by somebody else. Hand it in again.",
  ),
);
export async function draftOf(effects: Effects, actor: Actor, sha256: string): Promise<Result<Draft>> {
  const allowed = permission(actor, "evaluation.import");
  if (!allowed.ok) return allowed;
  const { catalogue, files } = effects.store;
  const draft = await catalogue.drafts.byHash(sha256 as Sha256);
  const bytes = draft !== null && isOf(draft, actor) ? await files.read(sha256 as Sha256) : null;
  if (draft === null || bytes === null) return draftGone;
  const read = await readApart("workbook", { bytes, name: draft.name }, { limits: effects.reading });
  return read.ok ? ok({ name: draft.name, bytes: bytes.length, reading: read.value }) : read;
}

/** The mapping of a request, checked, with the sheet it speaks of. */
export function mappedTable(
  draft: Draft,
  given: unknown,
): Result<{ readonly mapping: EvaluationMapping; readonly table: WorkbookTable }> {
  const mapping = readMapping(given);
  if (!mapping.ok) return mapping;
  const { sheet } = mapping.value;
  const table = sheet === null ? shownFirst(draft.reading) : sheetOf(draft.reading, sheet);
  return table === null ? sheetUnknown(draft, sheet) : ok({ mapping: mapping.value, table });
}

async function waitsForSomebody(
  effects: Effects,
  { name, addedBy }: { readonly name: string; readonly addedBy: string },
): Promise<Result<never>> {
  const by = (await effects.store.catalogue.accounts.byId(addedBy))?.name ?? addedBy;
  return fail(
    problem(
      "app.table-waiting",
      `${by} handed in the same table as ${name} and is mapping it. Ask them whether they go on with it; they or an administrator can throw it away. Nothing was changed.`,
      { file: name },
    ),
  );
}

const isOf = (draft: { readonly addedBy: string }, actor: Actor): boolean =>
  draft.addedBy === actor.id || actor.role === "administrator";

const shownFirst = ({ tables }: WorkbookReading): WorkbookTable =>
  tables.find(({ hidden }) => !hidden) ?? (tables[0] as WorkbookTable);

const sheetOf = ({ tables }: WorkbookReading, name: string | null): WorkbookTable | null =>
  tables.find(({ sheet }) => sheet === name) ?? null;

const sheetUnknown = ({ name, reading }: Draft, sheet: string | null): Result<never> =>
  fail(
    problem(
      "app.sheet-unknown",
      `${name} has no sheet "${sheet}" with a header and rows. It has: ${reading.tables.map((one) => one.sheet ?? "one table").join(", ")}. Nothing was imported.`,
      { file: name },
    ),
  );

async function dropOldDrafts(effects: Effects): Promise<void> {
  const { catalogue, files } = effects.store;
  const before = new Date(Date.parse(effects.now()) - daysKept * 86_400_000).toISOString();
  for (const sha256 of await catalogue.drafts.before(before)) {
    await catalogue.drafts.remove(sha256);
    await files.discard(sha256);
  }
}

/** The same value in the mutable form answers are declared in. */
const plain = <T>(value: T) => structuredClone(value) as never;
