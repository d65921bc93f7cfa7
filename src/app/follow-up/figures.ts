import { permission } from "#access";
import { ok, type Sha256 } from "#kernel";
import { emptyTally, followUpFigure } from "#oversight";
import type { Origin } from "#records";
import type { FollowUpTally } from "#store";
import { canonicalJson, sha256Of } from "../canonical-json.ts";
import type { DownloadTable } from "../downloads/download-table.ts";
import { oneBatch } from "../downloads/download-table.ts";
import { writeDownload } from "../downloads/write-download.ts";
import type { Effects } from "../effects.ts";
import type { RouteInput, RouteReply, RouteUseCase } from "../use-case.ts";
import { filterOf } from "./list-recommendations.ts";
import { todayOf } from "./today.ts";

type Figures = RouteReply<"followUpFigures">;
type Row = Figures["rows"][number];

const rowOf = (tally: Omit<FollowUpTally, "origins"> & { readonly origins: readonly Origin[] }): Row => ({
  value: tally.value,
  ...followUpFigure(tally),
  origins: [...tally.origins],
});

async function figuresOf(
  effects: Effects,
  filter: ReturnType<typeof filterOf>,
  by: Figures["by"],
): Promise<Figures> {
  const today = todayOf(effects);
  const { recommendations } = effects.store.catalogue;
  const [all] = await recommendations.tally(filter, null, today);
  const rows = (await recommendations.tally(filter, by, today)).map(rowOf);
  const name = (row: Row) => row.value ?? "\uffff";
  return {
    today,
    by,
    all: rowOf(all ?? { value: null, ...emptyTally(), origins: [] }),
    // Years in their order, everything else by size; what is not stated comes last.
    rows: rows.sort((a, b) =>
      a.value === null || b.value === null
        ? Number(a.value === null) - Number(b.value === null)
        : by === "year"
          ? name(a) < name(b)
            ? -1
            : 1
          : b.total - a.total || (name(a) < name(b) ? -1 : 1),
    ),
  };
}

/** Figures of what may be read, as of today; each with its denominators. */
export const followUpFigures: RouteUseCase<"followUpFigures"> = async (effects, actor, { by, ...asked }) => {
  const allowed = permission(actor, "recommendation.read");
  if (!allowed.ok) return allowed;
  return ok(await figuresOf(effects, filterOf(actor, asked), by));
};

const columns = [
  "total",
  "issued",
  "responded",
  "accepted",
  "partiallyAccepted",
  "rejected",
  "answeredInGeneral",
  "withoutAction",
  "implemented",
  "verified",
  "overdueResponse",
  "overdueAction",
  "acceptedShare",
  "implementedShare",
] as const satisfies readonly (keyof Row)[];

/** The same figures to take away, with what must be known to use them. */
export const downloadFollowUp: RouteUseCase<"downloadFollowUp"> = async (
  effects,
  actor,
  { by, format, in: language, ...asked }: RouteInput<"downloadFollowUp">,
) => {
  const allowed = permission(actor, "recommendation.read");
  if (!allowed.ok) return allowed;
  const figures = await figuresOf(effects, filterOf(actor, asked), by);
  const lines = [
    ...figures.rows.map((row) => ({ ...row, group: row.value ?? "" })),
    { ...figures.all, group: "*" },
  ];
  const table: DownloadTable = {
    name: "data",
    columns: [
      { name: "group", meaning: "followUpGroup" },
      ...columns.map((name) => ({ name, meaning: `followUp_${name}` as const })),
      { name: "responseDaysMedian", meaning: "followUp_responseDays" },
      { name: "responseDaysN", meaning: "followUp_n" },
      { name: "completionDaysMedian", meaning: "followUp_completionDays" },
      { name: "completionDaysN", meaning: "followUp_n" },
    ],
    rowCount: lines.length,
    batches: oneBatch(
      lines.map((row) => [
        row.group,
        ...columns.map((name) => row[name]),
        row.responseDays.median,
        row.responseDays.n,
        row.completionDays.median,
        row.completionDays.n,
      ]),
    ),
  };
  const { origins } = figures.all;
  const origin: Origin = origins.includes("simulated")
    ? "simulated"
    : origins.includes("invented")
      ? "invented"
      : "real";
  const checksum: Sha256 = sha256Of(canonicalJson(figures));
  const title = `Follow-up of recommendations by ${by}`;
  return writeDownload(
    {
      about: {
        id: `follow-up-by-${by}-${figures.today}`,
        title,
        version: `as of ${figures.today}`,
        origin,
        citation: {
          title,
          publisher: "Socle",
          issued: figures.today,
          url: `${effects.address}/evidence/follow-up`,
        },
        licence: "CC-BY-4.0",
        caveats: [
          "Overdue is as of the day of the download; tomorrow it may be more.",
          "Shares are empty where fewer than ten recommendations stand in the denominator.",
          "An answer to a report as a whole counts as no response to its recommendations.",
          ...(by === "theme" ? ["A recommendation with several themes counts in each of them."] : []),
          ...(origins.length > 1 ? ["The figures mix real with invented or simulated recommendations."] : []),
        ],
        checksum,
        madeAt: effects.now(),
      },
      tables: [table],
    },
    format,
    language,
  );
};
