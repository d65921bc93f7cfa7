// A request of the Open Archives Initiative as the protocol has it: verb and arguments, or what is wrong with them.

import { type HarvestKind, harvestKinds } from "#store";

export const oaiVerbs = {
  Identify: { required: [], optional: [] },
  ListMetadataFormats: { required: [], optional: ["identifier"] },
  ListSets: { required: [], optional: ["resumptionToken"] },
  ListIdentifiers: { required: ["metadataPrefix"], optional: ["from", "until", "set", "resumptionToken"] },
  ListRecords: { required: ["metadataPrefix"], optional: ["from", "until", "set", "resumptionToken"] },
  GetRecord: { required: ["identifier", "metadataPrefix"], optional: [] },
} as const satisfies Readonly<
  Record<string, { readonly required: readonly string[]; readonly optional: readonly string[] }>
>;
export type OaiVerb = keyof typeof oaiVerbs;

export type OaiErrorCode =
  | "badVerb"
  | "badArgument"
  | "badResumptionToken"
  | "cannotDisseminateFormat"
  | "idDoesNotExist"
  | "noRecordsMatch"
  | "noSetHierarchy";
export type OaiError = { readonly code: OaiErrorCode; readonly message: string };

export type OaiArguments = Readonly<Record<string, string>>;
export type OaiRequest =
  | { readonly ok: true; readonly verb: OaiVerb; readonly args: OaiArguments }
  | { readonly ok: false; readonly errors: readonly OaiError[] };

export const metadataPrefix = "oai_dc";

/** Sets are the kinds of records. */
export const setNames: Readonly<Record<HarvestKind, string>> = {
  evaluation: "Evaluations",
  report: "Reports of evaluations",
  lesson: "Lessons learned and emerging good practices",
  recommendation: "Recommendations",
  release: "Releases of observations",
  run: "Runs of indexes",
};
export const setOf = (name: string): HarvestKind | null => harvestKinds.find((kind) => kind === name) ?? null;

const bad = (message: string): OaiError => ({ code: "badArgument", message });

/** @param given as a query or a form has it; a repeated argument is a list */
export function readOaiRequest(
  given: Readonly<Record<string, string | readonly string[] | undefined>>,
): OaiRequest {
  const { verb, ...rest } = given;
  if (typeof verb !== "string" || !Object.hasOwn(oaiVerbs, verb))
    return {
      ok: false,
      errors: [
        {
          code: "badVerb",
          message: `The verb must be given once and be one of ${Object.keys(oaiVerbs).join(", ")}.`,
        },
      ],
    };
  const known = oaiVerbs[verb as OaiVerb];
  const errors: OaiError[] = [];
  const args: Record<string, string> = {};
  const allowed: readonly string[] = [...known.required, ...known.optional];
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    if (!allowed.includes(name)) errors.push(bad(`${verb} takes no argument "${name.slice(0, 100)}".`));
    else if (typeof value !== "string") errors.push(bad(`The argument "${name}" is given more than once.`));
    else args[name] = value;
  }
  if (args["resumptionToken"] !== undefined) {
    if (Object.keys(args).length > 1)
      errors.push(bad("A resumptionToken is given alone: it holds all other arguments."));
  } else {
    for (const name of known.required)
      if (args[name] === undefined) errors.push(bad(`${verb} needs the argument "${name}".`));
    errors.push(...dateErrors(args));
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, verb: verb as OaiVerb, args };
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const isDate = (text: string) =>
  (day.test(text) || moment.test(text)) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text.slice(0, 10));

function dateErrors(args: OaiArguments): readonly OaiError[] {
  const { from, until } = args;
  const errors = Object.entries({ from, until }).flatMap(([name, value]) =>
    value === undefined || isDate(value)
      ? []
      : [bad(`"${name}" is no date of the form 2026-03-01 or 2026-03-01T08:00:00Z.`)],
  );
  if (errors.length > 0 || from === undefined || until === undefined) return errors;
  if (from.length !== until.length) return [bad('"from" and "until" must have the same granularity.')];
  return from > until ? [bad('"from" is later than "until".')] : [];
}

/** A date as the moment from which, or up to which, records count. */
export const momentOf = (date: string | undefined, end: boolean): string | undefined =>
  date === undefined ? undefined : day.test(date) ? `${date}T${end ? "23:59:59" : "00:00:00"}Z` : date;
