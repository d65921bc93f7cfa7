// All rows of follow-up in memory, column by column, so that a list of 300,000 with counts for every filter
// is one pass over small numbers instead of one aggregation a filter in the database. Knows no database.

import type { AccessTier, Origin } from "#records";
import type { FollowUpFacet } from "../follow-up-catalogue.ts";

/** A row as it is kept here and as the database gives it. */
export type IndexedRow = {
  readonly recommendation: string;
  readonly shown: boolean;
  readonly evaluation: string | null;
  readonly unit: string | null;
  readonly region: string | null;
  readonly countries: readonly string[];
  readonly year: number | null;
  readonly themes: readonly string[];
  readonly priority: string | null;
  readonly language: string | null;
  readonly origin: Origin;
  readonly tier: AccessTier;
  readonly state: string;
  readonly verdict: string | null;
  readonly answeredInGeneral: boolean;
  readonly responseDue: string | null;
  readonly actionDue: string | null;
  readonly actions: number;
  readonly toVerify: number;
  readonly owners: readonly string[];
  readonly responseDays: number | null;
  readonly completionDays: number | null;
  readonly events: number;
};

/** Values by number; 0 is "not stated". */
class Dictionary {
  readonly values: (string | null)[] = [null];
  readonly #codes = new Map<string, number>();
  code(value: string | null): number {
    if (value === null) return 0;
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(value);
      this.#codes.set(value, code);
    }
    return code;
  }
  known(value: string): number | undefined {
    return this.#codes.get(value);
  }
}

const none: readonly number[] = [0];
/** Days since 1970; a date that is none lies behind all others. */
const never = 99_999;
export const dayNumber = (day: string | null): number =>
  day === null ? never : Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

type SingleField = "state" | "verdict" | "priority" | "unit" | "region" | "year" | "language";
type ManyField = "country" | "theme";
export const singleFields = [
  "state",
  "verdict",
  "priority",
  "unit",
  "region",
  "year",
  "language",
] as const satisfies readonly SingleField[];
export const manyFields = ["country", "theme"] as const satisfies readonly ManyField[];

export class RowIndex {
  readonly rows: IndexedRow[] = [];
  readonly positions = new Map<string, number>();
  readonly dictionaries: Readonly<Record<Exclude<FollowUpFacet, "overdue">, Dictionary>>;
  readonly single: Readonly<Record<SingleField, number[]>>;
  readonly many: Readonly<Record<ManyField, (readonly number[])[]>>;
  readonly responseDue: number[] = [];
  readonly actionDue: number[] = [];
  /** Soonest due first, then the latest evaluation, then the order of coming: one number that sorts. */
  readonly order: number[] = [];
  /** Lists of codes are shared where they are equal: few countries, many recommendations. */
  readonly #lists = new Map<string, readonly number[]>();

  constructor() {
    const dictionary = () => new Dictionary();
    this.dictionaries = {
      state: dictionary(),
      verdict: dictionary(),
      priority: dictionary(),
      unit: dictionary(),
      region: dictionary(),
      country: dictionary(),
      theme: dictionary(),
      year: dictionary(),
      language: dictionary(),
    };
    this.single = { state: [], verdict: [], priority: [], unit: [], region: [], year: [], language: [] };
    this.many = { country: [], theme: [] };
  }

  put(row: IndexedRow): void {
    const known = this.positions.get(row.recommendation);
    const i = known ?? this.rows.length;
    this.positions.set(row.recommendation, i);
    this.rows[i] = row;
    for (const field of singleFields) {
      const value = field === "year" ? (row.year === null ? null : String(row.year)) : row[field];
      this.single[field][i] = this.dictionaries[field].code(value);
    }
    this.many.country[i] = this.#codes("country", row.countries);
    this.many.theme[i] = this.#codes("theme", row.themes);
    const responseDue = dayNumber(row.responseDue);
    const actionDue = dayNumber(row.actionDue);
    this.responseDue[i] = responseDue;
    this.actionDue[i] = actionDue;
    const due = Math.min(responseDue, actionDue);
    this.order[i] = (due * 4_000 + (3_000 - (row.year ?? 0))) * 2 ** 21 + i;
  }

  #codes(field: ManyField, values: readonly string[]): readonly number[] {
    if (values.length === 0) return none;
    const key = `${field}\n${values.join("\n")}`;
    let codes = this.#lists.get(key);
    if (!codes) {
      codes = [...new Set(values.map((value) => this.dictionaries[field].code(value)))];
      this.#lists.set(key, codes);
    }
    return codes;
  }
}

/** Which row a number of the order belongs to. */
export const rowOfOrder = (order: number): number => order % 2 ** 21;
