// A review with two reviewers, an adjudicator and some records, for the tests of its parts.

import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Effects, useCases } from "#app";
import type { Result } from "#kernel";
import type { Actor, Protocol, ReviewAct, ReviewPart, Role } from "#records";
import type { Store } from "#store";

export const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
};
export const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.problems.map(({ code }) => code);

export const protocolOf = (given: Partial<Protocol> = {}): Protocol => ({
  title: "What works in social protection",
  language: "en",
  background: "Forty evaluations were found.",
  termsOfReference: "For the recurrent discussion.",
  questions: [
    { id: "Q1", axis: "done", text: "What is being done?", subQuestions: [] },
    {
      id: "Q2",
      axis: "works",
      text: "What works?",
      subQuestions: [{ id: "Q2.1", text: "Under which conditions?" }],
    },
  ],
  criteria: [
    {
      id: "I1",
      column: "include",
      text: "Evaluates social protection",
      terms: ["social protection", "pension"],
    },
    {
      id: "P1",
      column: "possible",
      text: "Social protection is one of several components",
      terms: ["component"],
    },
    { id: "X1", column: "exclude", text: "No findings on social protection", terms: ["road"] },
  ],
  sources: [{ id: "S1", kind: "registry", name: "i-Eval", queries: ["social protection"], note: null }],
  unit: "report",
  linkedReports: { rule: "each-counts", note: null },
  stages: [
    { stage: "title-abstract", used: true, reviewers: 2, blind: true },
    { stage: "full-text", used: true, reviewers: 2, blind: true },
  ],
  order: "as-listed",
  stopping: null,
  appraisal: null,
  extraction: null,
  coding: null,
  synthesisPlan: "Thematic synthesis by question.",
  ...given,
});

/** References as a reference manager writes them: `count` of them, every fifth without an abstract. */
export const risOf = (count: number, from = 1): string =>
  Array.from({ length: count }, (_, n) => {
    const i = n + from;
    const abstract = i % 5 === 0 ? "" : `AB  - Evaluation of a pension reform in country ${i}.\n`;
    return `TY  - RPRT\nTI  - Final evaluation number ${i} of social protection\nAU  - Author, A. ${i}\nPY  - ${2000 + (i % 20)}\n${abstract}ER  - \n`;
  }).join("\n");

export type SampleReview = {
  readonly effects: Effects;
  readonly id: string;
  /** Accounts of the members, by a letter. */
  readonly ana: Actor;
  readonly ben: Actor;
  readonly cleo: Actor;
  /** Signed in, but no member. */
  readonly stranger: Actor;
  act(actor: Actor, ...acts: readonly ReviewAct[]): Promise<Result<{ readonly last: number }>>;
  /** As `act`, each judged by itself. */
  send(
    actor: Actor,
    acts: readonly { readonly key: string; readonly act: ReviewAct }[],
  ): Promise<Awaited<ReturnType<typeof useCases.actOnReview>>>;
  importFile(
    actor: Actor,
    name: string,
    text: string | Uint8Array,
    query?: object,
  ): ReturnType<typeof useCases.importReviewRecords>;
};

let clock = Date.UTC(2026, 4, 1, 8);

export const effectsOn = (store: Store): Effects => ({
  store,
  now: () => {
    clock += 1000;
    return new Date(clock).toISOString();
  },
  randomBytes: (length) => new Uint8Array(randomBytes(length)),
  codeVersion: "test",
  address: "http://localhost:4500",
});

/**
 * Ana owns and reviews, Ben reviews and codes, Cleo adjudicates.
 *
 * @param records how many are there from the start
 */
export async function sampleReview(
  store: Store,
  id: string,
  records = 6,
  protocol: Partial<Protocol> = {},
): Promise<SampleReview> {
  const effects = effectsOn(store);
  const folder = await mkdtemp(join(tmpdir(), "socle-reviews-"));
  const account = async (name: string, role: Role): Promise<Actor> => {
    const key = `${id}-${name.toLowerCase()}`;
    await store.catalogue.accounts.add({
      id: key,
      email: `${key}@example.org`,
      name,
      role,
      createdAt: effects.now(),
      disabledAt: null,
      passwordHash: null,
    });
    return { id: key, role, kind: "account" };
  };
  const [ana, ben, cleo, stranger] = [
    await account("Ana", "reviewer"),
    await account("Ben", "member"),
    await account("Cleo", "member"),
    await account("Dora", "member"),
  ] as const;
  value(
    await useCases.createReview(effects, ana, {
      id,
      title: "What works",
      language: "en",
      origin: "invented",
    }),
  );
  const sample: SampleReview = {
    effects,
    id,
    ana,
    ben,
    cleo,
    stranger,
    act: (actor, ...acts) =>
      useCases.actOnReview(effects, actor, {
        id,
        acts: acts.map((act) => ({ key: randomBytes(12).toString("hex"), act })) as never,
        together: true,
      }),
    send: (actor, acts) => useCases.actOnReview(effects, actor, { id, acts: acts as never, together: false }),
    importFile: (actor, name, text, query = {}) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return useCases.importReviewRecords(effects, actor, {
        id,
        name,
        preview: "no",
        kind: "database",
        upload: { path, name },
        ...query,
      });
    },
  };
  const member = (actor: Actor, ...parts: readonly ReviewPart[]): ReviewAct => ({
    kind: "member.added",
    account: actor.id,
    name: "",
    parts,
  });
  value(
    await sample.act(
      ana,
      { kind: "member.changed", account: ana.id, parts: ["owner", "reviewer", "coder"] },
      member(ben, "reviewer", "coder"),
      member(cleo, "adjudicator"),
      { kind: "protocol.set", protocol: protocolOf(protocol), reason: null },
    ),
  );
  if (records > 0) value(await sample.importFile(ana, "stack.ris", risOf(records)));
  return sample;
}
