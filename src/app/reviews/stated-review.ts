// A review that was made elsewhere, entered as far as its report states it: which records were short-listed
// and which were selected, and nothing that the report leaves open.

import { fail, type Language, ok, problem, type Result } from "#kernel";
import {
  type EvaluationNature,
  operator,
  type Protocol,
  type RecordRole,
  type ReviewAct,
  type ReviewRecord,
  type RunSearch,
} from "#records";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import { recordActs } from "./record-acts.ts";
import { recordOfEvaluation } from "./records/record-of-reference.ts";

export type StatedReview = {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly protocol: Protocol;
  readonly searches: readonly Pick<
    RunSearch,
    "id" | "source" | "kind" | "name" | "query" | "hits" | "note"
  >[];
  /** Evaluations of the registry that were selected, in the order of the list. */
  readonly selected: readonly string[];
  readonly roles: Readonly<Record<string, RecordRole>>;
  /** Reports that were short-listed and are not named, by nature. */
  readonly notNamed: Readonly<Partial<Record<EvaluationNature, number>>>;
};

const notStated = {
  title: "",
  included: "The report names it in its final list.",
  excluded: "The report does not say why it was left out.",
} as const;

/**
 * Enters a stated review, published, in one step or not at all. Which search brought which record stays open
 * where the report does not say; so does the reason of each exclusion.
 */
export async function enterStatedReview(effects: Effects, stated: StatedReview): Promise<Result<null>> {
  const records: ReviewRecord[] = [];
  const roles: ReviewAct[] = [];
  for (const id of stated.selected) {
    const evaluation = await effects.store.catalogue.evaluations.byId(id);
    if (!evaluation)
      return fail(
        problem(
          "app.not-found",
          `The registry has no evaluation "${id}", which the review ${stated.id} selected.`,
        ),
      );
    const record = `R${records.length + 1}`;
    records.push({ ...recordOfEvaluation(evaluation, null), id: record, search: null });
    const role = stated.roles[id];
    if (role)
      roles.push({
        kind: "records.linked",
        project: evaluation.symbol ?? evaluation.printedId ?? id,
        roles: [{ record, role }],
      });
  }
  for (const [nature, count] of Object.entries(stated.notNamed))
    for (let n = 0; n < count; n++) records.push(unnamed(records, nature as EvaluationNature));
  const acts: ReviewAct[] = [
    { kind: "review.created", title: stated.title, language: stated.language },
    { kind: "protocol.set", protocol: stated.protocol, reason: null },
    ...stated.searches.map(
      (search): ReviewAct => ({
        kind: "search.run",
        search: { ...search, fields: null, date: null, file: null },
      }),
    ),
    { kind: "records.added", records },
    ...records.map(
      ({ id, evaluation }): ReviewAct => ({
        kind: "screening.decided",
        record: id,
        stage: "title-abstract",
        verdict: evaluation === null ? "exclude" : "include",
        criterion: null,
        reason: evaluation === null ? notStated.excluded : notStated.included,
        protocol: 1,
        shown: null,
      }),
    ),
    ...roles,
  ];
  const at = effects.now();
  const begun = await effects.store.transaction(async (catalogue) => {
    const { id, title, language } = stated;
    const added = await catalogue.reviews.add({
      id,
      title,
      language,
      origin: "real",
      createdAt: at,
      createdBy: operator.id,
      publishedAt: at,
    });
    // Begun before by a process that was killed: it goes on, and is told of once.
    if (added) await catalogue.audit.append(auditEntry(effects, operator, "review.begin", `review:${id}`));
    return ok(null);
  });
  if (!begun.ok) return begun;
  // A process killed in between begins here again: acts known by their keys are not entered twice.
  const done = await recordActs(
    effects,
    operator,
    stated.id,
    acts.map((act, n) => ({ key: `${stated.id}-${n}`, act })),
    { together: true },
  );
  return done.ok ? ok(null) : done;
}

const unnamed = (before: readonly ReviewRecord[], nature: EvaluationNature): ReviewRecord => ({
  id: `R${before.length + 1}`,
  search: null,
  foreignId: null,
  evaluation: null,
  title: notStated.title,
  abstract: null,
  authors: [],
  year: null,
  language: null,
  doi: null,
  urls: [],
  keywords: [],
  container: null,
  pages: null,
  projects: [],
  matrix: {
    type: null,
    timing: null,
    nature,
    region: null,
    countries: [],
    themes: [],
    funding: null,
    completed: null,
  },
  document: null,
  earlier: null,
  other: {},
});
