import { fail, type Problem, problem } from "#kernel";
import type { ExtractionRow, ReviewAct } from "#records";
import { checkAct, extractionPlan, ownExtractions, type ReviewState } from "#reviews";
import { canonicalJson } from "../../canonical-json.ts";
import type { RouteUseCase } from "../../use-case.ts";
import { type Change, importAsMember, recordJudged } from "../import-as-member.ts";
import { knownReview } from "../known-review.ts";
import { type FileRow, readRowsFile } from "./read-rows-file.ts";
import { shownRow } from "./shown-rows.ts";

type Judged = { readonly problems: readonly Problem[]; readonly state: Change };

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
export const importExtraction: RouteUseCase<"importExtraction"> = (effects, actor, input) =>
  importAsMember(effects, actor, input, async ({ known, by, bytes }) => {
    const plan = extractionPlan(known.state);
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
    return recordJudged(effects, actor, input, by, {
      rows: rows.length,
      records: [...new Set(rows.map(({ record }) => record))],
      changes: all.map(({ state }) => state),
      problems,
      acts: acts.filter((_, at) => all[at]?.state !== "unchanged"),
    });
  });

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
