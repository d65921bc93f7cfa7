// The acts that bring a REFI-QDA codebook or project into a review: its codes under a branch of their own, its
// codings where their words stand in the reports that are held.

import { codePointsOf, type Problem, problem, type Sha256, type Span } from "#kernel";
import { anchorsIn, type CodingAct } from "#records";
import { childrenOf, type ReviewState } from "#reviews";
import type { QdaCode, QdaProject, QdaSelection, QdaText } from "#sources";
import type { HeldText } from "./held-text.ts";
import { partForm } from "./qda-of-review.ts";
import {
  noReportWords,
  type ReportInReview,
  reportOf,
  type TextUnplaced,
  unplaced,
} from "./report-of-text.ts";

export type BroughtReport = {
  readonly source: string;
  readonly record: string | null;
  readonly document: Sha256 | null;
  readonly codings: number;
  /** Found by their words, since the text here is another one. */
  readonly moved: number;
  readonly lost: number;
  /** Why codings are left out: of a text that is no report held here, all of them. */
  readonly why: TextUnplaced | "words-differ" | null;
  /** The record a text without a report is named after; its report is to be attached. */
  readonly named: string | null;
};

export type QdaActs = {
  readonly branch: string;
  readonly acts: readonly CodingAct[];
  readonly codes: number;
  readonly codings: number;
  readonly memos: number;
  readonly reports: readonly BroughtReport[];
  readonly notices: readonly Problem[];
};

const usualColour = "#5a6068";
const longestName = 300;
const longestText = 20_000;
const longestQuote = 50_000;

const colourOf = (colour: string | null): string => {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour ?? "");
  const full = short
    ? `#${short
        .slice(1)
        .map((sign) => sign.repeat(2))
        .join("")}`
    : (colour ?? "");
  return /^#[0-9a-f]{6}$/i.test(full) ? full.toLowerCase() : usualColour;
};

/** A name that no other in the list has, told apart by a number. */
function ownName(name: string, taken: readonly string[]): string {
  const wanted = (name.trim() || "?").slice(0, longestName - 8);
  const has = (one: string) => taken.some((other) => other.toLowerCase() === one.toLowerCase());
  if (!has(wanted)) return wanted;
  for (let number = 2; ; number++) if (!has(`${wanted} (${number})`)) return `${wanted} (${number})`;
}

/**
 * @param newId a new identifier, for what has none or one that was used here before
 * @param reports the reports of the review whose texts are held
 */
export function actsOfQda(
  state: ReviewState,
  name: string,
  project: Pick<QdaProject, "codes" | "texts" | "memos" | "users" | "notes">,
  reports: readonly ReportInReview[],
  newId: () => string,
): QdaActs {
  const acts: CodingAct[] = [];
  const notices: Problem[] = [];
  const notice = (message: string, at: { readonly field?: string } = {}) =>
    notices.push(problem("reviews.import-notice", message, at));
  const notes = new Map(project.memos.map((memo) => [memo.guid, memo.text.trim()]));
  const noted = (guids: readonly string[]): string | null =>
    guids
      .map((guid) => notes.get(guid) ?? "")
      .filter(Boolean)
      .join("\n\n")
      .slice(0, longestText) || null;
  let memos = 0;
  let codes = 0;
  const memo = (kind: "code" | "record" | "review", id: string, text: string | null) => {
    if (text === null) return;
    acts.push({ kind: "memo.written", on: { kind, id }, text });
    memos++;
  };
  const branch = ownName(
    name.replace(/\.(qdc|qdpx|qde)$/i, ""),
    childrenOf(state, null).map((code) => code.name),
  );
  const root = newId();
  acts.push({
    kind: "code.defined",
    id: root,
    parent: null,
    name: branch,
    colour: usualColour,
    description: "",
    codable: false,
  });
  const idOf = new Map<string, string>();
  const codable = new Set<string>();
  let renamed = 0;
  const bring = (code: QdaCode, parent: string, taken: string[]) => {
    const id = state.coding.latest.has(`codes ${code.guid}`) ? newId() : code.guid;
    const ownCode = ownName(code.name, taken);
    if (ownCode !== code.name.trim()) renamed++;
    taken.push(ownCode);
    idOf.set(code.guid, id);
    if (code.isCodable) codable.add(id);
    codes++;
    acts.push({
      kind: "code.defined",
      id,
      parent,
      name: ownCode,
      colour: colourOf(code.colour),
      description: (code.description ?? "").trim().slice(0, longestText),
      codable: code.isCodable,
    });
    memo("code", id, noted(code.notes));
    const below: string[] = [];
    for (const child of code.children) bring(child, id, below);
  };
  const top: string[] = [];
  for (const code of project.codes) bring(code, root, top);
  if (renamed > 0)
    notice(
      `${renamed} codes had no name, or one that another code beside them has; they were given numbers.`,
    );
  const brought = project.texts.map((text) =>
    bringText(state, text, reports, { idOf, codable, noted, newId, acts, memo, notice }),
  );
  memo("review", state.id, noted(project.notes));
  if (project.users.length > 1)
    notice(
      `The file names ${project.users.length} people. All codings are recorded as those of whoever imports them; their names stand in the file.`,
    );
  return {
    branch,
    acts,
    codes,
    codings: acts.filter(({ kind }) => kind === "coding.added").length,
    memos: memos + acts.filter((act) => act.kind === "coding.added" && act.memo !== null).length,
    reports: brought,
    notices,
  };
}

type Hands = {
  readonly idOf: ReadonlyMap<string, string>;
  readonly codable: ReadonlySet<string>;
  noted(guids: readonly string[]): string | null;
  newId(): string;
  readonly acts: CodingAct[];
  memo(kind: "record", id: string, text: string | null): void;
  notice(message: string, at?: { readonly field: string }): void;
};

function bringText(
  state: ReviewState,
  text: QdaText,
  reports: readonly ReportInReview[],
  hands: Hands,
): BroughtReport {
  const called = text.name ?? text.guid;
  const report = reportOf(text, reports);
  const marked = selectionGroups(text.selections.filter(({ codings }) => codings.length > 0));
  if (text.codings.length > 0)
    hands.notice(
      `"${called}" carries ${text.codings.length} codes as a whole; codes here stand on passages, so they were left out.`,
    );
  if (report === null) {
    const { why, named } = unplaced(state, text, reports);
    if (marked.length > 0)
      hands.notice(
        `"${called}": ${marked.length} codings were left out, since ${noReportWords[why](named)} Its codes come in all the same.`,
        { field: "texts" },
      );
    return {
      source: called,
      record: null,
      document: null,
      codings: 0,
      moved: 0,
      lost: marked.length,
      why: marked.length > 0 ? why : null,
      named,
    };
  }
  const { held, record } = report;
  const theirs = codePointsOf(text.text);
  const isSame = held.reading.text === text.text;
  const find = isSame
    ? null
    : anchorsIn(held.reading.text, held.reading.text.length / (text.text.length || 1));
  let moved = 0;
  let lost = 0;
  let codings = 0;
  for (const parts of marked) {
    const spans = parts.map(({ start, end }): Span => [start, end]);
    const quote = spans.map(([from, to]) => theirs.slice(from, to)).join(" ");
    const place = find === null ? spans : find({ text: quote, spans });
    const codes = [
      ...new Set(parts.flatMap((one) => one.codings.flatMap(({ code }) => hands.idOf.get(code) ?? []))),
    ].filter((code) => hands.codable.has(code));
    if (
      place === null ||
      codes.length === 0 ||
      quote.length > longestQuote ||
      spans.some(([a, b]) => b <= a)
    ) {
      lost++;
      continue;
    }
    if (find !== null) moved++;
    const [first] = parts;
    const guid = first?.guid ?? "";
    hands.acts.push({
      kind: "coding.added",
      id: guid === "" || state.coding.latest.has(`codings ${guid}`) ? hands.newId() : guid,
      anchor: {
        record,
        source: held.source,
        textVersion: held.textVersion,
        spans: place,
        quote,
        page: pageAt(held, place[0]?.[0] ?? 0),
        passage: null,
      },
      codes,
      memo: hands.noted(parts.flatMap((one) => [...one.notes, ...one.codings.flatMap((c) => c.notes)])),
      proposed: null,
    });
    codings++;
  }
  hands.memo("record", record, hands.noted(text.notes));
  return {
    source: called,
    record,
    document: held.source,
    codings,
    moved,
    lost,
    why: lost > 0 ? "words-differ" : null,
    named: null,
  };
}

/** Selections that say they are parts of one coding stand together, in their order. */
function selectionGroups(selections: readonly QdaSelection[]): readonly (readonly QdaSelection[])[] {
  const groups = new Map<string, QdaSelection[]>();
  for (const one of [...selections].sort((a, b) => a.start - b.start)) {
    const whole = partForm.exec(one.description ?? "")?.[3];
    const key = whole ?? one.guid;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** The page of the block in which a place lies. */
function pageAt({ reading }: HeldText, point: number): number | null {
  for (const { spans, page } of reading.blocks)
    if (spans.some(([from, to]) => from <= point && point < to)) return page;
  return null;
}
