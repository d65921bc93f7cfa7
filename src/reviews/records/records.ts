// The records of a review, their duplicates and the projects that join them.

import { type Problem, problem } from "#kernel";
import type { RecordsAct } from "#records";
import type { ActRules } from "../slice.ts";
import type { ReviewState } from "../state.ts";
import type { RecordState, RecordsState } from "./records-state.ts";

const numberOf = (id: string): number => Number(id.slice(1));

/** The name of a pair, whichever comes first. */
export const pairName = (a: string, b: string): string =>
  numberOf(a) < numberOf(b) ? `${a} ${b}` : `${b} ${a}`;

/** The identifier the next record gets. */
export const nextRecord = (state: ReviewState): number => state.records.byId.size + 1;

/** Records that count: duplicates left out. In the order they came. */
export function* countedRecords(state: ReviewState): Generator<RecordState> {
  for (const one of state.records.byId.values()) if (one.duplicateOf === null) yield one;
}

/** The duplicates joined to a record, in the order they came. */
export const duplicatesOf = (state: ReviewState, id: string): readonly RecordState[] =>
  [...(state.records.duplicates.get(id) ?? [])]
    .sort((a, b) => numberOf(a) - numberOf(b))
    .flatMap((one) => state.records.byId.get(one) ?? []);

/** Makes a record the duplicate of another, or of none. */
function hang({ duplicates }: RecordsState, one: RecordState, keep: string | null): void {
  const { id } = one.record;
  if (one.duplicateOf !== null) duplicates.get(one.duplicateOf)?.delete(id);
  one.duplicateOf = keep;
  if (keep === null) return;
  const others = duplicates.get(keep) ?? new Set();
  duplicates.set(keep, others.add(id));
}

/** Whether a duplicate came into its group by way of another one. */
function cameBy({ joined }: RecordsState, id: string, by: string): boolean {
  for (let at = joined.get(id)?.to; at !== undefined; at = joined.get(at)?.to) if (at === by) return true;
  return false;
}

/** A problem for each name that is no record. */
export const unknownRecords = (state: ReviewState, ids: readonly string[]): readonly Problem[] =>
  ids
    .filter((id) => !state.records.byId.has(id))
    .map((id) =>
      problem(
        "reviews.record-unknown",
        `There is no record ${id} in this review; it has R1 to R${state.records.byId.size}. Nothing was recorded.`,
        { field: "record" },
      ),
    );

const unfit = (message: string): readonly Problem[] => [
  problem("reviews.duplicate-unfit", `${message} Nothing was recorded.`, { field: "record" }),
];

export const recordsActs: ActRules<RecordsAct["kind"]> = {
  "search.run": {
    parts: ["owner"],
    does: "record searches",
    check: (state, { search }) =>
      state.records.searches.has(search.id)
        ? [
            problem(
              "reviews.identifier-twice",
              `A search "${search.id}" is on record already. Give this one a name of its own. Nothing was recorded.`,
              { field: "search.id" },
            ),
          ]
        : [],
    apply: (state, { act, number, at }) => {
      state.records.searches.set(act.search.id, { search: act.search, event: number, at });
    },
  },
  "records.added": {
    parts: ["owner"],
    does: "add records",
    check: (state, { records }) => [
      ...[...new Set(records.map(({ search }) => search))]
        .filter((id) => id !== null && !state.records.searches.has(id))
        .map((id) =>
          problem("reviews.search-unknown", `There is no search "${id}" on record. Nothing was recorded.`, {
            field: "search",
          }),
        ),
      ...(records.every(({ id }, at) => id === `R${nextRecord(state) + at}`)
        ? []
        : [
            problem(
              "reviews.record-out-of-turn",
              `The next record of this review is R${nextRecord(state)}; somebody added records meanwhile. Import again. Nothing was recorded.`,
              { field: "records" },
            ),
          ]),
    ],
    apply: (state, { act, number }) => {
      for (const record of act.records)
        state.records.byId.set(record.id, {
          record,
          publishersAbstract: record.evaluation === null,
          added: number,
          edits: [],
          duplicateOf: null,
          project: null,
          role: null,
        });
      state.records.revision++;
    },
  },
  "record.edited": {
    parts: ["owner", "reviewer", "adjudicator"],
    does: "mend records",
    check: (state, { record }) => unknownRecords(state, [record]),
    apply: (state, { act, number }) => {
      const one = state.records.byId.get(act.record);
      if (!one) return;
      const { matrix, ...rest } = act.edit;
      one.record = { ...one.record, ...rest, matrix: { ...one.record.matrix, ...matrix } };
      if (rest.abstract !== undefined) one.publishersAbstract = true;
      one.edits.push(number);
      state.records.revision++;
    },
  },
  "duplicates.joined": {
    parts: ["owner", "reviewer", "adjudicator"],
    does: "join duplicates",
    check: (state, { keep, others }) => {
      const unknown = unknownRecords(state, [keep, ...others]);
      if (unknown.length > 0) return unknown;
      const kept = state.records.byId.get(keep);
      if (kept?.duplicateOf) return unfit(`${keep} is itself a duplicate of ${kept.duplicateOf}.`);
      if (others.length === 0 || others.includes(keep))
        return unfit("A group needs one record to keep and at least one other.");
      return others
        .filter((id) => (state.records.byId.get(id)?.duplicateOf ?? keep) !== keep)
        .flatMap((id) => unfit(`${id} is a duplicate of another record; part it first.`));
    },
    apply: (state, { act, number }) => {
      for (const id of act.others) {
        const one = state.records.byId.get(id);
        if (!one) continue;
        // What was joined to it goes along, so that no chain of duplicates arises.
        for (const further of duplicatesOf(state, id)) hang(state.records, further, act.keep);
        hang(state.records, one, act.keep);
        state.records.joined.set(id, { reasons: act.reasons, event: number, to: act.keep });
      }
      state.records.revision++;
    },
  },
  "duplicate.parted": {
    parts: ["owner", "reviewer", "adjudicator"],
    does: "part duplicates",
    check: (state, { record }) => {
      const unknown = unknownRecords(state, [record]);
      if (unknown.length > 0) return unknown;
      return state.records.byId.get(record)?.duplicateOf
        ? []
        : unfit(`${record} is not joined to another record.`);
    },
    apply: (state, { act }) => {
      const one = state.records.byId.get(act.record);
      if (!one?.duplicateOf) return;
      const { records } = state;
      records.different.add(pairName(act.record, one.duplicateOf));
      const own = duplicatesOf(state, one.duplicateOf).filter(({ record }) =>
        cameBy(records, record.id, act.record),
      );
      hang(records, one, null);
      // What was joined to it goes along again: nobody said that it is the other's.
      for (const further of own) hang(records, further, act.record);
      records.joined.delete(act.record);
      state.records.revision++;
    },
  },
  "duplicates.kept": {
    parts: ["owner", "reviewer", "adjudicator"],
    does: "decide on duplicates",
    check: (state, { records }) => unknownRecords(state, records),
    apply: (state, { act }) => {
      act.records.forEach((a, at) => {
        for (const b of act.records.slice(at + 1)) state.records.different.add(pairName(a, b));
      });
    },
  },
  "records.linked": {
    parts: ["owner", "reviewer", "adjudicator"],
    does: "link reports of a project",
    check: (state, { roles }) =>
      unknownRecords(
        state,
        roles.map(({ record }) => record),
      ),
    apply: (state, { act }) => {
      for (const { record, role } of act.roles) {
        const one = state.records.byId.get(record);
        if (one) Object.assign(one, { project: act.project, role });
      }
    },
  },
  "record.unlinked": {
    parts: ["owner", "reviewer", "adjudicator"],
    does: "take reports out of a project",
    check: (state, { record }) => unknownRecords(state, [record]),
    apply: (state, { act }) => {
      const one = state.records.byId.get(act.record);
      if (one) Object.assign(one, { project: null, role: null });
    },
  },
};
