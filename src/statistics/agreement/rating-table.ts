// What several raters said about the same units, kept as the distinct ways of rating a unit with how many
// units were rated so: a hundred thousand decisions are a few dozen such profiles, and every statistic and
// every bootstrap replicate costs profiles, not decisions.

import { failAll, ok, type Problem, problem, type Result } from "#kernel";

export type Category = string | number | boolean;

export type RatingTable = {
  /** In their order; the order is what ordinal statistics mean by above and below. */
  readonly categories: readonly Category[];
  /** Units in the input, those with one rating or none included. */
  readonly units: number;
  /** Null where only counts are known and nobody can say who rated what. */
  readonly raters: number | null;
  /** Profile p was given to `weights[p]` units. */
  readonly weights: Float64Array;
  /** Ratings of each profile. */
  readonly totals: Int32Array;
  /** `starts[p]` to `starts[p + 1]` are the places of profile p in `chosen` and `votes`. */
  readonly starts: Int32Array;
  readonly chosen: Int32Array;
  readonly votes: Int32Array;
  /** `codes[p * raters + r]` is the category of rater r, −1 where missing; null where raters are unknown. */
  readonly codes: Int32Array | null;
};

/** Profiles as rows of category numbers, −1 for missing. */
function fromCodes(
  categories: readonly Category[],
  raters: number,
  codes: Int32Array,
  weights: Float64Array,
  units: number,
): RatingTable {
  const profiles = weights.length;
  const starts = new Int32Array(profiles + 1);
  const totals = new Int32Array(profiles);
  const chosen = new Int32Array(profiles * raters);
  const votes = new Int32Array(profiles * raters);
  let end = 0;
  for (let p = 0; p < profiles; p++) {
    const start = end;
    for (let r = 0; r < raters; r++) {
      const code = codes[p * raters + r]!;
      if (code < 0) continue;
      totals[p]!++;
      let at = start;
      while (at < end && chosen[at] !== code) at++;
      if (at === end) chosen[end++] = code;
      votes[at]!++;
    }
    starts[p + 1] = end;
  }
  return {
    categories,
    units,
    raters,
    weights,
    totals,
    starts,
    chosen: chosen.subarray(0, end),
    votes: votes.subarray(0, end),
    codes,
  };
}

const shown = (value: unknown) => (typeof value === "string" ? `"${value}"` : String(value));

/** Numbers by size, anything else by code point, so that the order does not hang on the machine's language. */
function inOrder(values: readonly Category[]): readonly Category[] {
  if (values.every((value) => typeof value === "number")) return [...values].sort((a, b) => a - b);
  return [...values].sort((a, b) => (String(a) < String(b) ? -1 : 1));
}

/** Largest table of profile numbers by direct address: 4 MB. */
const directProfiles = 1 << 20;

/**
 * Ratings as a table of units by raters, ready for every statistic of agreement.
 *
 * Units that were rated the same way are kept once, with their number. A unit with one rating or none stays
 * in the count of units; each statistic says how many units and pairs it could use.
 *
 * Cost: one pass over the ratings.
 *
 * @param rows one row a unit, one place a rater, `null` where the rater has not rated the unit
 * @param categories all categories that could have been chosen, in their order; without them those that
 *   occur, numbers by size, texts by code point. Chance agreement of AC1 and PABAK depends on how many there
 *   are, so give them wherever the form has more than were used
 * @returns the table, or all of the problems `statistics.ratings-uneven`, `statistics.category-unknown`,
 *   `statistics.categories-invalid`
 * @limits Who rated is a place in the row: a rater who was replaced by another half-way is two places.
 * @source docs/methods/agreement.md
 * @example
 * ratingTable([["in", "in"], ["in", "out"], ["out", null]]).value.units // => 3
 * ratingTable([["in", "in"], ["in"]]).problems[0].code // => "statistics.ratings-uneven"
 */
export function ratingTable(
  rows: readonly (readonly (Category | null)[])[],
  categories?: readonly Category[],
): Result<RatingTable> {
  const raters = rows[0]?.length ?? 0;
  const problems: Problem[] = [...repeated(categories ?? [])];
  const numbers = new Map<Category, number>();
  for (const category of categories ?? []) numbers.set(category, numbers.size);
  const known = categories === undefined ? null : numbers.size;
  const codes = new Int32Array(rows.length * raters).fill(-1);
  for (let unit = 0; unit < rows.length; unit++) {
    const row = rows[unit]!;
    if (row.length !== raters)
      problems.push(
        problem(
          "statistics.ratings-uneven",
          `Unit ${unit + 1} has ${row.length} places for ratings, the first unit has ${raters}. Each rater needs one place in every row; write null where a rating is missing.`,
          { row: unit + 1 },
        ),
      );
    for (let rater = 0; rater < Math.min(raters, row.length); rater++) {
      const value = row[rater];
      if (value === null || value === undefined) continue;
      let number = numbers.get(value);
      if (number === undefined && known === null && !Number.isNaN(value)) {
        number = numbers.size;
        numbers.set(value, number);
      }
      if (number === undefined)
        problems.push(
          problem(
            "statistics.category-unknown",
            `Unit ${unit + 1}, rater ${rater + 1}: ${shown(value)} is none of the categories (${[...numbers.keys()].map(shown).join(", ")}). It would count as disagreement with everything; correct the rating or add the category.`,
            { row: unit + 1 },
          ),
        );
      else codes[unit * raters + rater] = number;
    }
  }
  if (problems.length > 0) return failAll(problems);

  const ordered = categories ?? inOrder([...numbers.keys()]);
  if (categories === undefined) {
    const place = new Int32Array(numbers.size);
    ordered.forEach((category, at) => {
      place[numbers.get(category)!] = at;
    });
    for (let i = 0; i < codes.length; i++) if (codes[i]! >= 0) codes[i] = place[codes[i]!]!;
  }
  return ok(grouped(ordered, raters, codes, rows.length));
}

function repeated(categories: readonly Category[]): readonly Problem[] {
  const twice = categories.filter((category, at) => categories.indexOf(category) !== at);
  if (twice.length === 0) return [];
  return [
    problem(
      "statistics.categories-invalid",
      `The category ${shown(twice[0])} stands in the list twice. Agreement by chance depends on the number of categories; name each once.`,
    ),
  ];
}

function grouped(
  categories: readonly Category[],
  raters: number,
  codes: Int32Array,
  units: number,
): RatingTable {
  const base = categories.length + 1;
  const direct = base ** raters <= directProfiles ? new Int32Array(base ** raters) : null;
  const byKey = new Map<string, number>();
  const firsts: number[] = [];
  const weights: number[] = [];
  for (let unit = 0; unit < units; unit++) {
    const from = unit * raters;
    let profile: number;
    if (direct) {
      let key = 0;
      for (let rater = 0; rater < raters; rater++) key = key * base + codes[from + rater]! + 1;
      profile = direct[key]! - 1;
      if (profile < 0) direct[key] = firsts.length + 1;
    } else {
      const key = codes.subarray(from, from + raters).join();
      profile = byKey.get(key) ?? -1;
      if (profile < 0) byKey.set(key, firsts.length);
    }
    if (profile < 0) {
      firsts.push(from);
      weights.push(1);
    } else weights[profile]!++;
  }
  const distinct = new Int32Array(firsts.length * raters);
  firsts.forEach((from, p) => {
    distinct.set(codes.subarray(from, from + raters), p * raters);
  });
  return fromCodes(categories, raters, distinct, Float64Array.from(weights), units);
}

/**
 * The table of two raters: how many units the first put into the row's category and the second into the
 * column's.
 *
 * @param counts square, whole numbers of at least 0; row: category of the first rater
 * @param categories one per row, in their order; 1, 2, 3 … where none are given
 * @returns the table, or the problem `statistics.counts-invalid` or `statistics.categories-invalid`
 * @limits Units that only one of the two has rated have no place in it.
 * @source docs/methods/agreement.md
 * @example
 * pairTable([[20, 5], [10, 15]]).value.units // => 50
 */
export function pairTable(
  counts: readonly (readonly number[])[],
  categories: readonly Category[] = counts.map((_, at) => at + 1),
): Result<RatingTable> {
  const problems = [...repeated(categories), ...wrongCounts(counts, categories.length)];
  if (counts.length !== categories.length)
    problems.push(
      problem(
        "statistics.counts-invalid",
        `The table of two raters has ${counts.length} rows for ${categories.length} categories. It needs one row and one column for each category.`,
      ),
    );
  if (problems.length > 0) return failAll(problems);
  const codes: number[] = [];
  const weights: number[] = [];
  for (const [first, row] of counts.entries())
    for (const [second, count] of row.entries())
      if (count > 0) {
        codes.push(first, second);
        weights.push(count);
      }
  const units = weights.reduce((all, one) => all + one, 0);
  return ok(fromCodes(categories, 2, Int32Array.from(codes), Float64Array.from(weights), units));
}

/**
 * Ratings of which only the counts are known: how many raters put each unit into each category.
 *
 * @param counts one row a unit, one whole number of at least 0 a category; rows may differ in their sum
 * @param categories one per column, in their order; 1, 2, 3 … where none are given
 * @returns the table, or the problem `statistics.counts-invalid` or `statistics.categories-invalid`
 * @limits Cohen's kappa needs to know who rated what and is undefined here.
 * @source Fleiss (1971), Psychological Bulletin 76(5), table 1
 * @example
 * countTable([[3, 0], [1, 2]]).value.units // => 2
 */
export function countTable(
  counts: readonly (readonly number[])[],
  categories: readonly Category[] = (counts[0] ?? []).map((_, at) => at + 1),
): Result<RatingTable> {
  const problems = [...repeated(categories), ...wrongCounts(counts, categories.length)];
  if (problems.length > 0) return failAll(problems);
  const byKey = new Map<string, number>();
  const rows: (readonly number[])[] = [];
  const weights: number[] = [];
  for (const row of counts) {
    const key = row.join();
    const profile = byKey.get(key);
    if (profile === undefined) {
      byKey.set(key, rows.length);
      rows.push(row);
      weights.push(1);
    } else weights[profile]!++;
  }
  const starts = new Int32Array(rows.length + 1);
  const chosen: number[] = [];
  const votes: number[] = [];
  const totals = new Int32Array(rows.length);
  for (const [p, row] of rows.entries()) {
    for (const [category, count] of row.entries())
      if (count > 0) {
        chosen.push(category);
        votes.push(count);
        totals[p]! += count;
      }
    starts[p + 1] = chosen.length;
  }
  return ok({
    categories,
    units: counts.length,
    raters: null,
    weights: Float64Array.from(weights),
    totals,
    starts,
    chosen: Int32Array.from(chosen),
    votes: Int32Array.from(votes),
    codes: null,
  });
}

const wrongCounts = (counts: readonly (readonly number[])[], columns: number): Problem[] =>
  counts.flatMap((row, at) => {
    const wrong = row.find((count) => !Number.isInteger(count) || count < 0);
    if (wrong === undefined && row.length === columns) return [];
    return [
      problem(
        "statistics.counts-invalid",
        wrong === undefined
          ? `Row ${at + 1} of the counts has ${row.length} columns for ${columns} categories. Give one count for each category.`
          : `Row ${at + 1} of the counts holds ${wrong}. A count of ratings is a whole number of at least 0.`,
        { row: at + 1 },
      ),
    ];
  });
