// What a report says about its own evaluation, as a draft of a record, and the record made of it.

import { permission } from "#access";
import { fail, ok, problem, type Sha256, type Span } from "#kernel";
import {
  branches,
  type Evaluation,
  evaluationCriteria,
  evaluationNatures,
  evaluationRegions,
  evaluationTimings,
  evaluationTypes,
  noDetails,
  type SourceFile,
  type ValueOrigin,
} from "#records";
import type { EvaluationFacts, FactCandidate } from "#sources";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import { readableTiers } from "../readable.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { evaluationKnown } from "./keep-report.ts";
import { readApart } from "./read-apart.ts";

type Draft = RouteReply<"reportFacts">["fields"];
export type FactField = Draft[number]["field"];

const word = (value: unknown): string =>
  typeof value === "object" && value !== null && "symbol" in value
    ? String((value as { readonly symbol: string }).symbol)
    : typeof value === "object" && value !== null && "amount" in value
      ? `${(value as { readonly amount: number }).amount} ${(value as unknown as { readonly currency: string }).currency}`
      : String(value);

/** The best candidate of a field of one value; all members of a field of many, as one text. */
function draftOf(facts: EvaluationFacts): Draft {
  const one = (field: FactField, candidates: readonly FactCandidate<unknown>[]): Draft => {
    const [best, ...others] = candidates;
    return best === undefined ? [] : [{ field, ...shown(best), others: others.slice(0, 5).map(shown) }];
  };
  const many = (field: FactField, candidates: readonly FactCandidate<unknown>[]): Draft => {
    const [best] = candidates;
    if (best === undefined) return [];
    const value = [...new Set(candidates.map((each) => word(each.value)))].join(", ");
    const confidence = Math.min(...candidates.map((each) => each.confidence));
    return [{ field, ...shown(best), value, confidence, others: [] }];
  };
  return [
    ...one("title", facts.title),
    ...one("printedSymbol", facts.projectSymbols),
    ...one("type", facts.type),
    ...one("timing", facts.timing),
    ...one("nature", facts.nature),
    ...many("countries", facts.countries),
    ...one("region", facts.regions),
    ...many("donor", facts.donors),
    ...one("projectBudget", facts.projectBudget),
    ...one("evaluationBudget", facts.evaluationBudget),
    ...many("evaluators", facts.evaluators),
    ...one("manager", facts.evaluationManager),
    ...one("commissioningOffice", facts.commissioningOffice),
    ...one("administrativeUnit", facts.administrativeUnit),
    ...one("technicalUnit", facts.technicalUnit),
    ...one("publishedOn", facts.reportDate),
    ...one("actualEnd", facts.actualDate),
    ...many("branches", facts.branches),
    ...many("criteria", facts.criteria),
    ...many("sdgTargets", facts.sdgTargets),
    ...one("summary", facts.summary),
  ];
}

const shown = ({ value, printed, spans, page, confidence, reason }: FactCandidate<unknown>) => ({
  value: word(value),
  printed: printed.slice(0, 2_000),
  spans: spans.map(([from, to]): [number, number] => [from, to]),
  page,
  confidence,
  reason,
});

/** Letters and digits alone, small: titles and symbols are compared so. */
const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

export const reportFacts: RouteUseCase<"reportFacts"> = async (effects, actor, { sha256 }, work) => {
  const { catalogue, files } = effects.store;
  const source = await catalogue.sources.byHash(sha256 as Sha256);
  const allowed = permission(actor, "evaluation.import", source ? { tier: source.tier } : {});
  if (!allowed.ok) return allowed;
  const bytes = source && (await files.read(source.sha256));
  if (!source || !bytes) return unknownReport(sha256);
  const facts = await readApart(
    "facts",
    { bytes, name: source.name },
    {
      limits: effects.reading,
      signal: work?.signal,
    },
  );
  if (!facts.ok) return facts;
  const fields = draftOf(facts.value);
  const bestOf = (field: FactField) => fields.find((one) => one.field === field)?.value ?? "";
  const found = new Map<string, RouteReply<"reportFacts">["matches"][number]>();
  for (const [why, value] of [
    ["symbol", bestOf("printedSymbol")],
    ["title", bestOf("title")],
  ] as const) {
    if (value.trim() === "") continue;
    const listed = await catalogue.evaluations.list({
      text: value.slice(0, 200),
      tiers: readableTiers(actor),
      limit: 20,
      offset: 0,
    });
    for (const { id, title, printedSymbol, symbol } of listed.evaluations) {
      const same =
        why === "symbol"
          ? [printedSymbol, symbol].some((one) => one !== null && folded(one) === folded(value))
          : folded(title) === folded(value);
      if (same && !found.has(id)) found.set(id, { id, title, why });
    }
  }
  return ok({
    fields,
    matches: [...found.values()].slice(0, 10),
    evaluations: [...(await catalogue.documents.evaluationsOf(source.sha256))],
  });
};

const unknownReport = (sha256: string) =>
  fail(problem("app.not-found", `There is no report "${sha256}". Look it up in the list.`));

/** Ties a report to a record that is there, chosen by a person. */
export const tieReport: RouteUseCase<"tieReport"> = async (effects, actor, { sha256, evaluation }) => {
  const source = await effects.store.catalogue.sources.byHash(sha256 as Sha256);
  const allowed = permission(actor, "evaluation.import", source ? { tier: source.tier } : {});
  if (!allowed.ok) return allowed;
  if (!source) return unknownReport(sha256);
  return effects.store.transaction(async (catalogue) => {
    const known = await evaluationKnown(catalogue, evaluation);
    if (!known.ok) return known;
    await catalogue.documents.link(source.sha256, evaluation, effects.now());
    await catalogue.audit.append(
      auditEntry(effects, actor, "evaluation.import", `source:${source.sha256}`, { tied: evaluation }),
    );
    return ok({ evaluation });
  });
};

/** Makes a record of what a report says, each value with its place or the person who gave it, and ties them. */
export const makeRecord: RouteUseCase<"makeRecord"> = async (effects, actor, { sha256, fields }) => {
  const { store } = effects;
  const source = await store.catalogue.sources.byHash(sha256 as Sha256);
  const allowed = permission(actor, "evaluation.import", source ? { tier: source.tier } : {});
  if (!allowed.ok) return allowed;
  if (!source) return unknownReport(sha256);
  const reading = await store.catalogue.documents.bySource(source.sha256);
  const record = recordOf(effects, actor.id, source, reading?.language ?? null, fields);
  if (!record.ok) return record;
  return store.transaction(async (catalogue) => {
    if (await catalogue.evaluations.byId(record.value.id))
      return fail(
        problem(
          "reading.record-exists",
          `A record was made of this report already: ${record.value.id}. Edit that one. Nothing was changed.`,
        ),
      );
    await catalogue.changes.put([record.value], {
      kind: "import",
      title: source.name,
      source: source.sha256,
      undoes: null,
      detail: { from: "report" },
      at: effects.now(),
      by: actor.id,
    });
    await catalogue.documents.link(source.sha256, record.value.id, effects.now());
    await catalogue.audit.append(
      auditEntry(effects, actor, "evaluation.import", `source:${source.sha256}`, { made: record.value.id }),
    );
    return ok({ evaluation: record.value.id });
  });
};

type Given = {
  readonly field: FactField;
  readonly value: string;
  readonly spans: readonly Span[];
  readonly page: number | null;
};

const members = (text: string) =>
  text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

function recordOf(
  effects: Effects,
  by: string,
  source: SourceFile,
  language: Evaluation["language"],
  fields: readonly Given[],
) {
  const given = new Map(fields.filter(({ value }) => value.trim() !== "").map((one) => [one.field, one]));
  const text = (field: FactField) => given.get(field)?.value.trim() ?? null;
  const unknown: string[] = [];
  const code = <T extends string>(field: FactField, known: readonly T[]): T | null => {
    const value = text(field);
    const found = known.find((one) => one === value) ?? null;
    if (value !== null && found === null) unknown.push(`${field}: “${value}” is none of ${known.join(", ")}`);
    return found;
  };
  const codes = <T extends string>(field: FactField, known: readonly T[]): readonly T[] =>
    members(text(field) ?? "").flatMap((value) => {
      const found = known.find((one) => one === value);
      if (found === undefined) unknown.push(`${field}: “${value}” is none of ${known.join(", ")}`);
      return found === undefined ? [] : [found];
    });
  const money = (field: FactField) => {
    const value = text(field);
    const [, amount, currency] = /^([\d.]+)\s*([A-Z]{3})?$/.exec(value ?? "") ?? [];
    if (value !== null && amount === undefined)
      unknown.push(`${field}: “${value}” is no amount such as 1200000 USD`);
    return amount === undefined
      ? null
      : { amount: Number(amount), currency: currency ?? null, printed: value! };
  };
  const date = (field: FactField) => {
    const value = text(field);
    if (value !== null && !/^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/.test(value))
      unknown.push(`${field}: “${value}” is no date such as 2019, 2019-05 or 2019-05-31`);
    return value?.split("/").at(-1) ?? null;
  };
  const countries = members(text("countries") ?? "");
  for (const one of countries)
    if (!/^[A-Z]{3}$/.test(one)) unknown.push(`countries: “${one}” is no code of three capitals`);
  const title = text("title");
  if (title === null) unknown.push("title: a record cannot be without one");
  const publishedOn = date("publishedOn");
  const actualEnd = date("actualEnd");
  const year = Number((publishedOn ?? actualEnd ?? "").slice(0, 4)) || null;
  const symbol = text("printedSymbol");
  const isPlaceholder = symbol !== null && /\/00\/000\/|AAA$|XXX$/.test(symbol);
  const valueOrigins: Record<string, ValueOrigin> = {};
  for (const { field, spans, page } of given.values())
    valueOrigins[field] =
      spans.length > 0
        ? {
            source: source.sha256,
            locator: { kind: "text", spans, ...(page === null ? {} : { page }) },
            by: null,
            at: null,
          }
        : { source: null, locator: null, by, at: effects.now() };
  const record: Evaluation = {
    ...noDetails,
    id: `report-${source.sha256.slice(0, 12)}`,
    printedId: null,
    reportId: null,
    title: title ?? "",
    language,
    printedSymbol: symbol,
    symbol: symbol !== null && !isPlaceholder ? symbol : null,
    symbolIsPlaceholder: isPlaceholder,
    type: code("type", evaluationTypes),
    printedType: null,
    timing: code("timing", evaluationTimings),
    nature: code("nature", evaluationNatures),
    region: code("region", evaluationRegions),
    regionBasis: null,
    countries,
    countryGroups: [],
    themes: [],
    donor: text("donor"),
    fundingNote: null,
    period: null,
    year,
    link: null,
    printedLink: null,
    summary: text("summary"),
    origin: source.origin,
    oddities: [],
    provenance: { source: source.sha256, locator: { kind: "whole" } },
    projectBudget: money("projectBudget"),
    evaluationBudget: money("evaluationBudget"),
    evaluators: members(text("evaluators") ?? ""),
    manager: text("manager"),
    commissioningOffice: text("commissioningOffice"),
    administrativeUnit: text("administrativeUnit"),
    technicalUnit: text("technicalUnit"),
    publishedOn,
    actualEnd,
    branches: codes("branches", branches),
    criteria: codes("criteria", evaluationCriteria),
    sdgTargets: members(text("sdgTargets") ?? ""),
    valueOrigins,
  };
  if (unknown.length > 0)
    return fail(
      problem("reading.field-invalid", `${unknown.join(". ")}. Correct or empty it. Nothing was made.`, {
        field: unknown[0]!.split(":")[0]!,
      }),
    );
  return ok(record);
}
