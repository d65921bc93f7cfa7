import { readFile } from "node:fs/promises";
import { z } from "zod";
import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import { type Actor, type ReviewAct, screeningStages, screeningVerdicts } from "#records";
import { usedStages } from "#reviews";
import { sha256Of } from "../../canonical-json.ts";
import type { Effects } from "../../effects.ts";
import { readApart } from "../../reading/read-apart.ts";
import type { Upload } from "../../use-case.ts";
import { actingFor } from "../acting-for.ts";
import { knownReview } from "../known-review.ts";
import { type AskedAct, recordActs } from "../record-acts.ts";

const stage = z.enum(screeningStages);
const verdict = z.enum(screeningVerdicts);

export type ImportedDecisions = {
  readonly rows: number;
  readonly recorded: number;
  /** Lines of a file that came in before. */
  readonly known: number;
  readonly last: number;
};

/** The lines of a table of decisions as acts, with all that is wrong with it. */
async function readDecisions(
  effects: Effects,
  bytes: Uint8Array,
  name: string,
  settle: boolean,
  standing: { readonly protocol: number; readonly stage: z.output<typeof stage> | null },
): Promise<Result<readonly { readonly row: number; readonly act: ReviewAct }[]>> {
  const read = await readApart("workbook", { bytes, name }, { limits: effects.reading });
  if (!read.ok) return read;
  const table =
    read.value.tables.find(({ header }) => header.some((column) => column.name === "verdict")) ??
    read.value.tables[0];
  const names = table?.header.map((column) => column.name) ?? [];
  const absent = ["record", "verdict"].filter((column) => !names.includes(column));
  if (!table || absent.length > 0)
    return fail(
      problem(
        "app.columns-missing",
        `${name} has no column ${absent.join(", ")}. Decisions need the columns record and verdict, and may have stage, criterion, reason and protocol; found: ${names.join(", ").slice(0, 300) || "none"}. Nothing was recorded.`,
        { file: name, row: 1 },
      ),
    );
  const problems: Problem[] = [];
  const acts = table.rows.flatMap((cells): { row: number; act: ReviewAct }[] => {
    const row = cells[0]?.row ?? 0;
    const cell = (column: string) => cells[names.indexOf(column)]?.text.trim() ?? "";
    const said = cell("verdict").toLowerCase();
    const at = cell("stage") || standing.stage;
    const version = cell("protocol") === "" ? standing.protocol : Number(cell("protocol"));
    const wrong: [string, string][] = [];
    if (!/^R[1-9]\d{0,6}$/.test(cell("record")))
      wrong.push(["record", `"${cell("record").slice(0, 40)}" is no record such as R12`]);
    if (!verdict.safeParse(said).success || (settle && said === "possible"))
      wrong.push([
        "verdict",
        `"${said.slice(0, 40)}" is none of ${(settle ? ["include", "exclude"] : screeningVerdicts).join(", ")}`,
      ]);
    if (!stage.safeParse(at).success)
      wrong.push(["stage", `"${String(at ?? "").slice(0, 40)}" is none of ${screeningStages.join(", ")}`]);
    if (!Number.isInteger(version) || version < 1)
      wrong.push([
        "protocol",
        cell("protocol") === ""
          ? "the review has no protocol yet; set it first"
          : `"${cell("protocol").slice(0, 40)}" is no version`,
      ]);
    for (const [column, most] of [
      ["criterion", 40],
      ["reason", 4_000],
    ] as const)
      if (cell(column).length > most) wrong.push([column, `it has more than ${most} signs`]);
    for (const [column, why] of wrong)
      problems.push(
        problem("app.value-unreadable", `Row ${row}, column ${column}: ${why}. Nothing was recorded.`, {
          file: name,
          row,
          column,
        }),
      );
    if (wrong.length > 0) return [];
    const shared = {
      record: cell("record"),
      stage: stage.parse(at),
      criterion: cell("criterion") || null,
      reason: cell("reason") || null,
    };
    return [
      {
        row,
        act: settle
          ? {
              kind: "screening.adjudicated",
              ...shared,
              verdict: said === "include" ? "include" : "exclude",
            }
          : {
              kind: "screening.decided",
              ...shared,
              verdict: verdict.parse(said),
              protocol: version,
              shown: null,
            },
      },
    ];
  });
  return problems.length > 0 ? failAll(problems) : ok(acts);
}

/**
 * Decisions of one member from a table (`record,stage,verdict,criterion,reason`), as the operator has them from
 * elsewhere: all of it or nothing. The same file twice counts once. Without a stage those of the stage at
 * which there is work; without a version those of the protocol that stands.
 *
 * @param input `settle`: the lines settle conflicts and are those of an adjudicator
 */
export async function importDecisions(
  effects: Effects,
  actor: Actor,
  input: {
    readonly id: string;
    readonly as: string;
    readonly settle: boolean;
    readonly file: Upload;
  },
): Promise<Result<ImportedDecisions>> {
  const known = await knownReview(effects, actor, input.id);
  if (!known.ok) return known;
  const { state } = known.value;
  const by = actingFor(actor, state, input.as);
  if (!by.ok) return by;
  const protocol = state.protocol.versions.length;
  const [first = null] = usedStages(state);
  const bytes = await readFile(input.file.path);
  const read = await readDecisions(effects, bytes, input.file.name, input.settle, { protocol, stage: first });
  if (!read.ok) return read;
  const file = sha256Of(bytes).slice(0, 32);
  const rows = new Map<string, number>();
  const acts: readonly AskedAct[] = read.value.map(({ row, act }) => {
    const key = `table-${file}-${row}-${input.as}`.slice(0, 100);
    rows.set(key, row);
    return { key, act };
  });
  const before = state.last;
  const done = await recordActs(effects, actor, input.id, acts, {
    together: true,
    by: by.value,
    placeOf: (key) => ({ file: input.file.name, row: rows.get(key) ?? 0 }),
  });
  if (!done.ok) return done;
  const recorded = done.value.recorded.filter(({ number }) => number > before).length;
  return ok({
    rows: acts.length,
    recorded,
    known: acts.length - recorded,
    last: done.value.last,
  });
}
