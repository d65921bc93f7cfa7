// A log to test with, written act by act: what does not fit fails the test that wrote it.

import type {
  Criterion,
  Protocol,
  ReviewAct,
  ReviewEvent,
  ReviewPart,
  ReviewRecord,
  StagePlan,
} from "#records";
import { checkAct } from "../check-act.ts";
import { applyEvent, emptyReview } from "../fold.ts";
import type { ReviewState } from "../state.ts";

export const sampleRecord = (number: number, more: Partial<ReviewRecord> = {}): ReviewRecord => ({
  id: `R${number}`,
  search: "s1",
  foreignId: null,
  evaluation: null,
  title: `Report ${number} on pensions`,
  abstract: null,
  authors: [],
  year: 2020,
  language: "en",
  doi: null,
  urls: [],
  keywords: [],
  container: null,
  pages: null,
  projects: [],
  matrix: {
    type: null,
    timing: null,
    nature: null,
    region: null,
    countries: [],
    themes: [],
    funding: null,
    completed: null,
  },
  document: null,
  earlier: null,
  other: {},
  ...more,
});

export const sampleCriteria: readonly Criterion[] = [
  {
    id: "I1",
    column: "include",
    text: "Social protection is the object of the evaluation",
    terms: ["pension"],
  },
  { id: "P1", column: "possible", text: "Social protection is one of several parts", terms: [] },
  { id: "E1", column: "exclude", text: "Not about social protection", terms: ["fishery"] },
  { id: "E2", column: "exclude", text: "No evaluation", terms: [] },
];

export const sampleProtocol = (stages: readonly StagePlan[], more: Partial<Protocol> = {}): Protocol => ({
  title: "What works",
  language: "en",
  background: "",
  termsOfReference: "",
  questions: [],
  criteria: sampleCriteria,
  sources: [],
  unit: "report",
  linkedReports: { rule: "each-counts", note: null },
  stages,
  order: "as-listed",
  stopping: null,
  appraisal: null,
  extraction: null,
  coding: null,
  synthesisPlan: "",
  ...more,
});

export const bothStages = (reviewers: 1 | 2 | 3 = 2, blind = true): readonly StagePlan[] => [
  { stage: "title-abstract", used: true, reviewers, blind },
  { stage: "full-text", used: true, reviewers, blind },
];

export type SampleLog = {
  readonly state: ReviewState;
  readonly events: readonly ReviewEvent[];
  /** Does it, or throws what was refused. Gives the number of the event. */
  act(by: string, act: ReviewAct): number;
  /** The codes of the problems, nothing done. */
  refused(by: string, act: ReviewAct): readonly string[];
};

/** A review with a protocol, records R1 … and an owner `olga`; members as given. */
export function sampleLog(
  members: Readonly<Record<string, readonly ReviewPart[]>> = {
    ana: ["reviewer"],
    ben: ["reviewer"],
    cleo: ["adjudicator"],
  },
  options: { readonly records?: number; readonly protocol?: Protocol } = {},
): SampleLog {
  const state = emptyReview("sample");
  const events: ReviewEvent[] = [];
  const log: SampleLog = {
    state,
    events,
    act(by, act) {
      const fits = checkAct(state, act, by);
      if (!fits.ok) throw new Error(fits.problems.map(({ message }) => message).join("\n"));
      const number = state.last + 1;
      const at = new Date(Date.UTC(2026, 0, 1, 0, 0, number)).toISOString();
      const event: ReviewEvent = { number, key: `key-${number}`, at, by, via: null, act };
      applyEvent(state, event);
      events.push(event);
      return number;
    },
    refused(by, act) {
      const fits = checkAct(state, act, by);
      return fits.ok ? [] : fits.problems.map(({ code }) => code);
    },
  };
  log.act("operator", { kind: "review.created", title: "Sample", language: "en" });
  for (const [account, parts] of Object.entries({ olga: ["owner"] as const, ...members }))
    log.act("operator", { kind: "member.added", account, name: `Name of ${account}`, parts });
  log.act("olga", {
    kind: "protocol.set",
    protocol: options.protocol ?? sampleProtocol(bothStages()),
    reason: null,
  });
  log.act("olga", {
    kind: "search.run",
    search: {
      id: "s1",
      source: null,
      kind: "registry",
      name: "Registry",
      query: "pension",
      fields: null,
      date: "2026-01-01",
      hits: null,
      file: null,
      note: null,
    },
  });
  const records = options.records ?? 4;
  for (let from = 1; from <= records; from += 500)
    log.act("olga", {
      kind: "records.added",
      records: Array.from({ length: Math.min(500, records - from + 1) }, (_, at) => sampleRecord(from + at)),
    });
  return log;
}

/** A decision at the first stage under the first protocol, unless said otherwise. */
export const decided = (
  record: string,
  verdict: "include" | "possible" | "exclude",
  more: Partial<Extract<ReviewAct, { kind: "screening.decided" }>> = {},
): ReviewAct => ({
  kind: "screening.decided",
  record,
  stage: "title-abstract",
  verdict,
  criterion: null,
  reason: null,
  protocol: 1,
  shown: null,
  ...more,
});
