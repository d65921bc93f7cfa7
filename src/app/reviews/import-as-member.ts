// What every import of a member's own work into a review has in common: whose it is, the file, and that all of it
// is recorded or nothing.

import { failAll, ok, type Problem, type Result } from "#kernel";
import type { Actor, ReviewAct } from "#records";
import type { Effects } from "../effects.ts";
import { withKeptFile } from "../kept-source.ts";
import type { RouteReply, Upload } from "../use-case.ts";
import { actingFor } from "./acting-for.ts";
import { type KnownReview, reviewToActIn } from "./known-review.ts";
import { randomKey } from "./random-key.ts";
import { recordActs } from "./record-acts.ts";

type Input = {
  readonly id: string;
  readonly name: string;
  readonly onBehalf?: string | undefined;
  readonly upload?: Upload;
};

/**
 * Hands the bytes of a file to the work, with the review and the name under which its acts stand: that of the
 * actor, or of the member whom the operator names.
 */
export async function importAsMember<T>(
  effects: Effects,
  actor: Actor,
  input: Input,
  work: (file: {
    readonly known: KnownReview;
    readonly by: string;
    readonly bytes: Uint8Array;
  }) => Promise<Result<T>>,
): Promise<Result<T>> {
  const known = await reviewToActIn(effects, actor, input.id);
  if (!known.ok) return known;
  const by = actingFor(actor, known.value.state, input.onBehalf);
  if (!by.ok) return by;
  return withKeptFile(effects, actor, "review.act", input, input.name, ({ bytes }) =>
    work({ known: known.value, by: by.value, bytes }),
  );
}

/** What a line of a file changes of what stands. */
export type Change = "new" | "changed" | "unchanged";

type Judged = {
  readonly rows: number;
  readonly records: readonly string[];
  readonly changes: readonly Change[];
  /** Of the file and of every line of it, all at once. */
  readonly problems: readonly Problem[];
  /** Of the lines that change something. */
  readonly acts: readonly ReviewAct[];
};
type Answer = RouteReply<"importAppraisal"> & RouteReply<"importExtraction">;

/** Says what a file would change (`preview`), or records all of it: nothing where one line does not fit. */
export async function recordJudged(
  effects: Effects,
  actor: Actor,
  input: { readonly id: string; readonly preview?: "yes" | "no" | undefined },
  by: string,
  { rows, records, changes, problems, acts }: Judged,
): Promise<Result<Answer>> {
  const of = (wanted: Change) => changes.filter((change) => change === wanted).length;
  const answer: Answer = {
    rows,
    new: of("new"),
    changed: of("changed"),
    unchanged: of("unchanged"),
    records: [...records],
    problems: problems as Answer["problems"],
    recorded: false,
  };
  if (input.preview === "yes") return ok(answer);
  if (problems.length > 0) return failAll(problems);
  if (acts.length === 0) return ok({ ...answer, recorded: true });
  const asked = acts.map((act) => ({ key: randomKey(effects), act }));
  const done = await recordActs(effects, actor, input.id, asked, { together: true, by });
  return done.ok ? ok({ ...answer, recorded: true }) : done;
}
