// The flow of records through a review, as PRISMA 2020 draws it for a review that builds on an earlier one, with a
// box for the appraisal. Every number is counted from the log; nothing can be typed in.

import type { CountingUnit, ScreeningStage, SearchSourceKind } from "#records";
import { type AppraisalStatus, appraisalOutcome, appraisalPlan } from "../appraisal/appraisal-outcome.ts";
import { standingProtocol } from "../protocol/protocol.ts";
import { countedRecords } from "../records/records.ts";
import type { RecordState } from "../records/records-state.ts";
import { notRetrieved, stageOutcome, stageRecords, statusAt, usedStages } from "../screening/outcome.ts";
import type { ReviewState } from "../state.ts";

export const flowBoxIds = [
  "previous",
  "registers",
  "other-methods",
  "duplicates",
  "title-abstract",
  "title-abstract-excluded",
  "sought",
  "not-retrieved",
  "full-text",
  "full-text-excluded",
  "appraisal",
  "appraisal-excluded",
  "included",
] as const;
export type FlowBoxId = (typeof flowBoxIds)[number];

/** Why a part of a box is what it is: a source, a criterion, a state of the work, where included ones came from. */
export type FlowPart = {
  readonly kind: "source" | "criterion" | "reason" | "open" | "origin";
  /** Identifier of the search or criterion, a reason in its words; `not-stated` where the log says none; a status; `new`, `previous`. */
  readonly id: string;
  /** Null: not stated. */
  readonly count: number | null;
};

export type FlowBox = {
  readonly id: FlowBoxId;
  /** In records. */
  readonly count: number;
  /** In projects: of the included, and of all where the protocol counts in projects; null where unknown. */
  readonly projects: number | null;
  readonly parts: readonly FlowPart[];
};

/** Records that go from one box into another; what is still open stays in its box. */
export type FlowStep = { readonly from: FlowBoxId; readonly to: FlowBoxId; readonly count: number };

export type FlowFault = {
  readonly box: FlowBoxId;
  readonly incoming: number;
  readonly outgoing: number;
  readonly open: number;
};

export type ReviewFlow = {
  readonly review: string;
  /** Number of the last event counted. */
  readonly event: number;
  readonly at: string | null;
  readonly unit: CountingUnit;
  readonly boxes: readonly FlowBox[];
  readonly steps: readonly FlowStep[];
  /** Boxes whose incoming and outgoing records differ: a flow with one is not to be drawn. */
  readonly faults: readonly FlowFault[];
};

/** What the appraisal came to for a record, and why it was excluded. */
export type Appraised = (record: string) => {
  readonly status: AppraisalStatus;
  readonly decision: { readonly reason: string } | null;
};

const registers: readonly SearchSourceKind[] = ["registry", "database"];

const columnIds = ["previous", "registers", "other-methods"] as const;
type ColumnId = (typeof columnIds)[number];

const columnOf = (kind: SearchSourceKind): ColumnId =>
  kind === "previous-review" ? "previous" : registers.includes(kind) ? "registers" : "other-methods";

/** Whether every record says of which project it is: only then can projects be counted among reports. */
const namesProject = ({ record, project }: RecordState): boolean =>
  project !== null || record.projects.length > 0;

/** Projects of some records: a record without one is a project of its own. */
const projectsOf = (records: readonly RecordState[]): number =>
  new Set(records.map(({ record, project }) => project ?? record.projects[0] ?? record.id)).size;

const counted = <T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};

/**
 * The flow as it stands after the last event of the state; fold fewer events for an earlier day.
 *
 * Where a list does not say which of several searches brought a record (`search: null`), the counts that the
 * searches stated are taken, if their sum is the number of such records; else the part is not stated.
 *
 * Cost: one pass over the records for each stage.
 *
 * @param appraised what the appraisal says of each record; null where none is planned
 * @source Page et al. (2021), The PRISMA 2020 statement, BMJ 372:n71, flow diagram for updated reviews
 */
export function reviewFlow(
  state: ReviewState,
  appraised: Appraised | null = appraisalPlan(state) && ((record) => appraisalOutcome(state, record)),
): ReviewFlow {
  const unit = standingProtocol(state)?.protocol.unit ?? "report";
  const boxes: FlowBox[] = [];
  const steps: FlowStep[] = [];
  const box = (
    id: FlowBoxId,
    records: readonly RecordState[],
    parts: readonly FlowPart[],
    count = records.length,
  ) => {
    // That every report sought was obtained, or none said otherwise, is told too: PRISMA has the box in any case.
    if (count > 0 || id === "included" || (id === "not-retrieved" && boxes.at(-1)?.id === "sought"))
      boxes.push({
        id,
        count,
        // What a source found is known as a number at times, and not record by record.
        projects:
          records.length === count &&
          (unit === "project" || (id === "included" && records.every(namesProject)))
            ? projectsOf(records)
            : null,
        parts,
      });
    return count;
  };
  const step = (from: FlowBoxId, to: FlowBoxId, count: number) => {
    if (count > 0) steps.push({ from, to, count });
  };

  const all = [...state.records.byId.values()];
  const kept = [...countedRecords(state)];
  const duplicates = all.filter(({ duplicateOf }) => duplicateOf !== null);
  const columns = identified(state, all);
  const used = usedStages(state);
  const entryOf = (stage: ScreeningStage): FlowBoxId => (stage === "full-text" ? "sought" : stage);
  const first: FlowBoxId = used[0] ? entryOf(used[0]) : appraised ? "appraisal" : "included";
  // Duplicates leave before the first box, from the column that brought them.
  const doubled = duplicatesByColumn(state, duplicates, columns);
  for (const id of columnIds) {
    const { count, parts } = columns[id];
    box(id, [], parts, count);
    step(id, "duplicates", doubled[id]);
    step(id, first, count - doubled[id]);
  }
  box("duplicates", duplicates, []);

  let standing: readonly RecordState[] = kept;
  for (const [at, stage] of used.entries()) {
    const here = stageRecords(state, stage);
    const by = (status: string) => here.filter(({ record }) => statusAt(state, stage, record.id) === status);
    const excluded = by("excluded");
    const passed = by("included");
    const open = (["waiting", "conflict", "possible", "unread"] as const).flatMap((status): FlowPart[] => {
      const count = by(status).length;
      return count > 0 ? [{ kind: "open", id: status, count }] : [];
    });
    if (stage === "full-text") {
      const missing = by("not-retrieved");
      const why = counted(missing, ({ record }) => notRetrieved(state, record.id)?.reason ?? "not-stated");
      box("sought", here, []);
      box(
        "not-retrieved",
        missing,
        [...why].map(([id, count]): FlowPart => ({ kind: "reason", id, count })),
      );
      step("sought", "not-retrieved", missing.length);
      step("sought", "full-text", here.length - missing.length);
      box(
        stage,
        here.filter(({ record }) => statusAt(state, stage, record.id) !== "not-retrieved"),
        open,
      );
    } else box(stage, here, open);
    const reasons = counted(
      excluded,
      ({ record }) => stageOutcome(state, stage, record.id).criterion ?? "not-stated",
    );
    box(
      `${stage}-excluded`,
      excluded,
      [...reasons].map(([id, count]): FlowPart => ({ kind: "criterion", id, count })),
    );
    step(stage, `${stage}-excluded`, excluded.length);
    const next = used[at + 1];
    step(stage, next ? entryOf(next) : appraised ? "appraisal" : "included", passed.length);
    standing = passed;
  }
  if (appraised) {
    const outcomes = new Map(standing.map(({ record }) => [record.id, appraised(record.id)]));
    const by = (...statuses: readonly string[]) =>
      standing.filter(({ record }) => statuses.includes(outcomes.get(record.id)?.status ?? "waiting"));
    const excluded = by("excluded");
    const passed = by("included");
    const open = (
      [
        ["waiting", by("waiting", "not-planned")],
        ["conflict", by("to-reconcile")],
        ["appraised", by("appraised")],
      ] as const
    ).flatMap(([id, { length }]): FlowPart[] => (length > 0 ? [{ kind: "open", id, count: length }] : []));
    const reasons = counted(
      excluded,
      ({ record }) => outcomes.get(record.id)?.decision?.reason || "not-stated",
    );
    box("appraisal", standing, open);
    box(
      "appraisal-excluded",
      excluded,
      [...reasons].map(([id, count]): FlowPart => ({ kind: "reason", id, count })),
    );
    step("appraisal", "appraisal-excluded", excluded.length);
    step("appraisal", "included", passed.length);
    standing = passed;
  }
  box("included", standing, originsOf(state, standing));
  return {
    review: state.id,
    event: state.last,
    at: state.lastAt,
    unit,
    boxes,
    steps,
    faults: faultsOf(boxes, steps),
  };
}

type Column = { count: number; parts: FlowPart[] };

/** What was found in each column, by source. */
function identified(state: ReviewState, all: readonly RecordState[]): Readonly<Record<ColumnId, Column>> {
  const columns = {
    previous: { count: 0, parts: [] as FlowPart[] },
    registers: { count: 0, parts: [] as FlowPart[] },
    "other-methods": { count: 0, parts: [] as FlowPart[] },
  };
  const bySearch = counted(all, ({ record }) => record.search ?? "");
  const unsaid = bySearch.get("") ?? 0;
  const silent = [...state.records.searches.values()].filter(({ search }) => !bySearch.has(search.id));
  const stated = silent.reduce((sum, { search }) => sum + (search.hits ?? Number.NaN), 0);
  for (const { search } of state.records.searches.values()) {
    const own = bySearch.get(search.id);
    const count = own ?? (unsaid > 0 && stated === unsaid ? (search.hits ?? 0) : 0);
    const column = columns[columnOf(search.kind)];
    column.count += count;
    column.parts.push({
      kind: "source",
      id: search.id,
      count: own === undefined && count === 0 ? null : count,
    });
  }
  if (unsaid > 0 && stated !== unsaid) {
    columns["other-methods"].count += unsaid;
    columns["other-methods"].parts.push({ kind: "source", id: "not-stated", count: unsaid });
  }
  return columns;
}

/** Of the included: how many are new and how many come from an earlier review, as far as it is stated. */
function originsOf(state: ReviewState, included: readonly RecordState[]): readonly FlowPart[] {
  const kinds = included.map(({ record }) => {
    const search = record.search === null ? null : state.records.searches.get(record.search);
    return search ? (search.search.kind === "previous-review" ? "previous" : "new") : "not-stated";
  });
  return (["new", "previous", "not-stated"] as const).flatMap((id): FlowPart[] => {
    const count = kinds.filter((kind) => kind === id).length;
    return count > 0 ? [{ kind: "origin", id, count }] : [];
  });
}

/** Where duplicates came from; those that do not say are taken from the columns in their order. */
function duplicatesByColumn(
  state: ReviewState,
  duplicates: readonly RecordState[],
  columns: Readonly<Record<ColumnId, Column>>,
): Readonly<Record<ColumnId, number>> {
  const counts: Record<ColumnId, number> = { previous: 0, registers: 0, "other-methods": 0 };
  let unsaid = 0;
  for (const { record } of duplicates) {
    const search = record.search === null ? undefined : state.records.searches.get(record.search);
    if (search) counts[columnOf(search.search.kind)]++;
    else unsaid++;
  }
  for (const id of columnIds) {
    const taken = Math.min(unsaid, columns[id].count - counts[id]);
    counts[id] += taken;
    unsaid -= taken;
  }
  return counts;
}

/** In = out + open at every box between the first and the last. */
function faultsOf(boxes: readonly FlowBox[], steps: readonly FlowStep[]): readonly FlowFault[] {
  const sum = (one: readonly FlowStep[]) => one.reduce((total, { count }) => total + count, 0);
  return boxes.flatMap(({ id, count, parts }): FlowFault[] => {
    const isFirst = id === "previous" || id === "registers" || id === "other-methods";
    const isLast =
      id === "included" || id === "duplicates" || id === "not-retrieved" || id.endsWith("-excluded");
    const incoming = isFirst ? count : sum(steps.filter(({ to }) => to === id));
    const open = parts.reduce((total, part) => total + (part.kind === "open" ? (part.count ?? 0) : 0), 0);
    const outgoing = isLast ? count : sum(steps.filter(({ from }) => from === id));
    return incoming === count && (isLast || outgoing + open === count)
      ? []
      : [{ box: id, incoming, outgoing, open }];
  });
}
