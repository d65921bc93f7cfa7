// All rows of follow-up in memory, column by column as small numbers, so that a list of 300,000 with counts
// for every filter is a few tight passes instead of one aggregation a filter in the database. Knows no database.

import { type AccessTier, accessTiers, type Origin } from "#records";

/** A row as the database gives it. */
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

/** A typed array that grows. */
class Column<A extends Int32Array | Float64Array | Uint8Array> {
  data: A;
  readonly #make: (size: number) => A;
  constructor(make: (size: number) => A) {
    this.#make = make;
    this.data = make(1_024);
  }
  set(position: number, value: number): void {
    if (position >= this.data.length) {
      const larger = this.#make(Math.max(position + 1, this.data.length * 2));
      larger.set(this.data as never);
      this.data = larger;
    }
    this.data[position] = value;
  }
}
const whole = () => new Column((size) => new Int32Array(size));
const small = () => new Column((size) => new Uint8Array(size));

/** Days since 1970; a date that is none lies behind all others. */
const never = 99_999;
export const dayNumber = (day: string | null): number =>
  day === null ? never : Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
/** What stands for a number of days that is not known. */
export const unknownDays = -1;

export const singleFields = ["state", "verdict", "priority", "unit", "region", "year", "language"] as const;
export type SingleField = (typeof singleFields)[number];
/** Fields with several values: the column holds the number of a list, so that equal lists are stored once. */
export const manyFields = ["country", "theme"] as const;
export type ManyField = (typeof manyFields)[number];

const hiddenTier = 255;
export const tierNumber = (tier: AccessTier): number => accessTiers.indexOf(tier);

export class RowIndex {
  readonly ids: string[] = [];
  readonly #positions = new Map<string, number>();
  readonly dictionaries: Readonly<Record<SingleField | ManyField, Dictionary>>;
  readonly single: Readonly<Record<SingleField, Column<Int32Array>>>;
  readonly many: Readonly<
    Record<ManyField, { readonly column: Column<Int32Array>; readonly lists: (readonly number[])[] }>
  >;
  readonly evaluations = new Dictionary();
  readonly evaluation = whole();
  readonly origins = new Dictionary();
  readonly origin = small();
  /** Number of the tier; 255 for what is shown to nobody. */
  readonly tier = small();
  readonly general = small();
  readonly toVerify = whole();
  readonly responseDue = whole();
  readonly actionDue = whole();
  readonly responseDays = whole();
  readonly completionDays = whole();
  /** Few rows have owners with an account. */
  readonly owners = new Map<number, readonly string[]>();
  /** Soonest due first, then the latest evaluation, then the order of coming: one number that sorts. */
  readonly order = new Column((size) => new Float64Array(size));
  readonly #listNumbers = new Map<string, number>();

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
    this.single = {
      state: whole(),
      verdict: whole(),
      priority: whole(),
      unit: whole(),
      region: whole(),
      year: whole(),
      language: whole(),
    };
    this.many = { country: { column: whole(), lists: [[0]] }, theme: { column: whole(), lists: [[0]] } };
  }

  get size(): number {
    return this.ids.length;
  }

  put(row: IndexedRow): void {
    const i = this.#positions.get(row.recommendation) ?? this.ids.length;
    this.#positions.set(row.recommendation, i);
    this.ids[i] = row.recommendation;
    for (const field of singleFields) {
      const value = field === "year" ? (row.year === null ? null : String(row.year)) : row[field];
      this.single[field].set(i, this.dictionaries[field].code(value));
    }
    this.many.country.column.set(i, this.#list("country", row.countries));
    this.many.theme.column.set(i, this.#list("theme", row.themes));
    this.evaluation.set(i, this.evaluations.code(row.evaluation));
    this.origin.set(i, this.origins.code(row.origin));
    this.tier.set(i, row.shown ? tierNumber(row.tier) : hiddenTier);
    this.general.set(i, row.answeredInGeneral ? 1 : 0);
    this.toVerify.set(i, row.toVerify);
    this.responseDays.set(i, row.responseDays ?? unknownDays);
    this.completionDays.set(i, row.completionDays ?? unknownDays);
    if (row.owners.length > 0) this.owners.set(i, row.owners);
    else this.owners.delete(i);
    const responseDue = dayNumber(row.responseDue);
    const actionDue = dayNumber(row.actionDue);
    this.responseDue.set(i, responseDue);
    this.actionDue.set(i, actionDue);
    const due = Math.min(responseDue, actionDue);
    this.order.set(i, (due * 4_000 + (3_000 - (row.year ?? 0))) * 2 ** 21 + i);
  }

  #list(field: ManyField, values: readonly string[]): number {
    if (values.length === 0) return 0;
    const key = `${field}\n${values.join("\n")}`;
    let number = this.#listNumbers.get(key);
    if (number === undefined) {
      const { lists } = this.many[field];
      number = lists.length;
      lists.push([...new Set(values.map((value) => this.dictionaries[field].code(value)))]);
      this.#listNumbers.set(key, number);
    }
    return number;
  }
}

/** Which row a number of the order belongs to. */
export const rowOfOrder = (order: number): number => order % 2 ** 21;
