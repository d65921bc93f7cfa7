import { fail, failAll, ok, type Problem, problem } from "#kernel";
import type { ExtractionRow, ReviewAct } from "#records";
import { checkAct, extractionPlan, ownExtractions, type ReviewState } from "#reviews";
import { canonicalJson } from "../../canonical-json.ts";
import { withKeptFile } from "../../kept-source.ts";
import type { RouteReply, RouteUseCase } from "../../use-case.ts";
import { actingFor } from "../acting-for.ts";
import { knownReview, reviewToActIn } from "../known-review.ts";
import { randomKey } from "../random-key.ts";
import { recordActs } from "../record-acts.ts";
import { type FileRow, readRowsFile } from "./read-rows-file.ts";
import { shownRow } from "./shown-rows.ts";

type Judged = { readonly problems: readonly Problem[]; readonly state: "new" | "changed" | "unchanged" };

const sameRow = (a: ExtractionRow, b: ExtractionRow): boolean =>
  canonicalJson(shownRow(a)) === canonicalJson(shownRow(b));

/** Every problem of a row against the review, and what it would change. */
function judged(
  state: ReviewState,
  by: string,
  act: ReviewAct & { kind: "extraction.row-set" },
  line: number,
): Judged {
  const standing = ownExtractions(state, act.record).get(by)?.rows.get(act.row);
  const fits = checkAct(state, act, by);
  return {
    problems: fits.ok
      ? []
      : fits.problems.map(({ code, message, at }) =>
          problem(code, `Line ${line}: ${message}`, { ...at, row: line }),
        ),
    state: !standing ? "new" : sameRow(standing, act) ? "unchanged" : "changed",
  };
}

/**
 * Rows of one's own from a table: all that is wrong with it at once, and nothing is recorded unless all of it
 * fits. A row that stands as it is in the file is not recorded again, so that what was exported changes
 * nothing when it comes back. The operator may bring in those of a member.
 */
export const importExtraction: RouteUseCase<"importExtraction"> = async (effects, actor, input) => {
  const known = await reviewToActIn(effects, actor, input.id);
  if (!known.ok) return known;
  const whose = actingFor(actor, known.value.state, input.onBehalf);
  if (!whose.ok) return whose;
  const by = whose.value;
  return withKeptFile<RouteReply<"importExtraction">>(
    effects,
    actor,
    "review.act",
    input,
    input.name,
    async ({ bytes }) => {
      const plan = extractionPlan(known.value.state);
      const form = plan?.definition;
      if (!plan || !form)
        return fail(
          problem(
            "reviews.not-planned",
            "The protocol of this review names no extraction form that was taken in, so rows have no columns. Nothing was imported.",
          ),
        );
      const read = await readRowsFile(effects, form, input.name, bytes);
      if (!read.ok) return read;
      const { rows, problems: unread } = read.value;
      const acts = rows.map(({ record, row }) => ({
        kind: "extraction.row-set" as const,
        record,
        form: plan.form,
        version: plan.version,
        ...row,
      }));
      // Read anew: the file took a while, and the state moves on.
      const now = await knownReview(effects, actor, input.id);
      if (!now.ok) return now;
      const all = acts.map((act, at) => judged(now.value.state, by, act, rows[at]?.line ?? 0));
      const problems = [...unread, ...twiceInFile(rows), ...all.flatMap((one) => one.problems)];
      const of = (wanted: Judged["state"]) => all.filter(({ state }) => state === wanted).length;
      const answer = {
        rows: rows.length,
        new: of("new"),
        changed: of("changed"),
        unchanged: of("unchanged"),
        records: [...new Set(rows.map(({ record }) => record))],
        problems: problems as RouteReply<"importExtraction">["problems"],
        recorded: false,
      };
      if (input.preview === "yes") return ok(answer);
      if (problems.length > 0) return failAll(problems);
      const asked = acts
        .filter((_, at) => all[at]?.state !== "unchanged")
        .map((act) => ({ key: randomKey(effects), act }));
      if (asked.length === 0) return ok({ ...answer, recorded: true });
      const done = await recordActs(effects, actor, input.id, asked, { together: true, by });
      return done.ok ? ok({ ...answer, recorded: true }) : done;
    },
  );
};

function twiceInFile(rows: readonly FileRow[]): readonly Problem[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ record, row, line }) => {
    const name = `${record} ${row.row}`;
    const before = seen.get(name);
    seen.set(name, line);
    return before === undefined
      ? []
      : [
          problem(
            "reviews.identifier-twice",
            `Line ${line}: ${record} has a row ${row.row} in line ${before} already. Give each row a name of its own, or leave the name empty for a new one. Nothing was imported.`,
            { row: line, column: "row" },
          ),
        ];
  });
}
