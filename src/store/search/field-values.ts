// From what stands behind a field or in a filter to the numbers of values of the collection.

import { fail, findArea, ok, problem, type Result } from "#kernel";
import {
  branches,
  evaluationCriteria,
  evaluationNatures,
  evaluationRegions,
  evaluationStatuses,
  evaluationTimings,
  evaluationTypes,
  managementResponseStates,
  origins,
  passageKinds,
} from "#records";
import type { SearchMemory } from "./search-memory.ts";
import type { FieldValue, SearchNode, ValueField } from "./search-node.ts";

export type SearchRoom = "evaluations" | "passages";

/** Asks for what the source does not state. */
export const notStated = "none";
/** That no response was given is a value of its own; there the word for silence is another. */
const isSilence = (field: string, value: string) => value === (field === "response" ? "unstated" : notStated);

const closedLists: Partial<Readonly<Record<ValueField, readonly string[]>>> = {
  kind: passageKinds,
  region: evaluationRegions,
  type: evaluationTypes,
  timing: evaluationTimings,
  nature: evaluationNatures,
  status: evaluationStatuses,
  branch: branches,
  criterion: evaluationCriteria,
  response: managementResponseStates,
  origin: origins,
  language: ["en", "fr", "es", "pt"],
};

const languageNames: Readonly<Record<string, string>> = {
  english: "en",
  anglais: "en",
  ingles: "en",
  french: "fr",
  francais: "fr",
  frances: "fr",
  spanish: "es",
  espagnol: "es",
  espanol: "es",
  portuguese: "pt",
  portugais: "pt",
  portugues: "pt",
};

const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .trim()
    .replace(/[\s_]+/g, "-");

/** The name a field has among the values of the collection; a passage has a language and an origin of its own. */
export const facetOf = (field: string, room: SearchRoom): string =>
  room === "passages" && field === "language"
    ? "textLanguage"
    : room === "passages" && field === "origin"
      ? "textOrigin"
      : field;

/** Numbers of the values of a filter, given by their exact codes; an empty list where the collection has none. */
export const filterNumbers = (
  memory: SearchMemory,
  room: SearchRoom,
  field: string,
  values: readonly string[],
): readonly number[] =>
  values.flatMap(
    (value) => memory.numbers.get(facetOf(field, room))?.get(isSilence(field, value) ? "" : value) ?? [],
  );

/** Numbers that a field of the search text asks for. Names of countries count in four languages, themes and donors by their words. */
export function fieldNumbers(memory: SearchMemory, room: SearchRoom, node: FieldValue): readonly number[] {
  const known = memory.numbers.get(facetOf(node.field, room)) ?? new Map<string, number>();
  if (node.range) {
    const [from, to] = node.range;
    return [...known].flatMap(([value, number]) =>
      value !== "" && (from === null || Number(value) >= from) && (to === null || Number(value) <= to)
        ? [number]
        : [],
    );
  }
  return node.values.flatMap((value) => {
    if (isSilence(node.field, value)) return known.get("") ?? [];
    const exact = known.get(codeOf(node.field, value) ?? value);
    if (exact !== undefined) return exact;
    if (node.field !== "donor" && node.field !== "theme") return [];
    const words = folded(value).split("-").filter(Boolean);
    return [...known].flatMap(([name, number]) => {
      const ofName = folded(name).split(/[^\p{L}\p{N}]+/u);
      return words.every((word) => ofName.some((one) => one.startsWith(word))) ? [number] : [];
    });
  });
}

function codeOf(field: ValueField, value: string): string | null {
  if (field === "country") return findArea(value)?.code ?? findArea(value.toUpperCase())?.code ?? null;
  const list = closedLists[field];
  if (!list) return null;
  const key = folded(value);
  const named = field === "language" ? (languageNames[key] ?? key) : key;
  return list.find((code) => folded(code) === named || folded(code) === named.replace(/s$/, "")) ?? null;
}

/** What is wrong with the fields of a search: a code that is in no list, a country nobody knows, a field of the other room. */
export function checkFields(node: SearchNode | null, room: SearchRoom): Result<null> {
  if (node === null) return ok(null);
  switch (node.is) {
    case "word":
    case "phrase":
      return node.field === "heading" && room === "evaluations"
        ? fail(unfit("heading: asks for the headings of reports; search the passages for it."))
        : ok(null);
    case "near":
      return checkFields(node.left, room);
    case "not":
      return checkFields(node.part, room);
    case "and":
    case "or":
      for (const part of node.parts) {
        const checked = checkFields(part, room);
        if (!checked.ok) return checked;
      }
      return ok(null);
    case "value": {
      if (node.field === "kind" && room === "evaluations")
        return fail(
          unfit(`kind: at character ${node.at} asks for kinds of passages; search the passages for it.`),
        );
      for (const value of node.values) {
        if (isSilence(node.field, value) || node.range || codeOf(node.field, value) !== null) continue;
        const list = closedLists[node.field];
        if (list)
          return fail(
            unfit(
              `${node.field}: at character ${node.at} does not know "${value}". It knows ${list.join(", ")}, and none for what is not stated.`,
            ),
          );
        if (node.field === "country")
          return fail(
            unfit(
              `country: at character ${node.at} does not know "${value}". Write an ISO code or a name in English, French, Spanish or Portuguese, names of several words in quotation marks: country:KEN, country:"Cabo Verde".`,
            ),
          );
      }
      return ok(null);
    }
  }
}

const unfit = (message: string) => problem("store.search-not-understood", message, { field: "text" });
