// What a server remembers of the collection between searches: the values that filter, and which evaluation
// has which. Fifty thousand evaluations take about 25 MB and 0.3 s to read; a search asks first whether
// anything changed since, which is one row. Counting thousands of matches by fifteen fields then takes two
// milliseconds here, and fifty in the database.

import { sql } from "kysely";
import type { Database } from "../database.ts";

export type RememberedEvaluation = {
  readonly number: number;
  readonly id: string;
  readonly year: number | null;
  readonly tier: number;
  readonly language: string | null;
  /** Numbers of its values. */
  readonly codes: readonly number[];
  /** Place in the natural order of identifiers. */
  readonly place: number;
};

export type SearchMemory = {
  readonly revision: string;
  /** By number: to what field a value belongs, and what it is; "" is what is not stated. */
  readonly values: readonly ({ readonly facet: string; readonly value: string } | undefined)[];
  readonly numbers: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly evaluations: ReadonlyMap<number, RememberedEvaluation>;
  /** In the natural order of identifiers: E-2 before E-10. */
  readonly ordered: readonly RememberedEvaluation[];
  /** Codes of a document that is tied to no evaluation: nothing is stated. */
  readonly silent: readonly number[];
  /** Partitions of the passages in which something can stand, newest first, with the number of their evaluations. */
  readonly slices: readonly { readonly slice: number; readonly evaluations: number }[];
};

const remembered = new WeakMap<object, SearchMemory>();

/** The memory as of now; inside a transaction it is read anew, since what it changed may never become true. */
export async function searchMemory(db: Database): Promise<SearchMemory> {
  if (db.isTransaction) return readMemory(db);
  const known = remembered.get(db);
  if (known) {
    const { rows } = await sql<{ revision: string }>`select ${revisionText} as revision`.execute(db);
    if (rows[0]?.revision === known.revision) return known;
  }
  const memory = await readMemory(db);
  remembered.set(db, memory);
  return memory;
}

const revisionText = sql`(select revision from search_revision) || '/' || (select max(number) from search_values)`;

async function readMemory(db: Database): Promise<SearchMemory> {
  const { rows } = await sql<{
    revision: string;
    values: readonly [number, string, string][];
    evaluations:
      | readonly [
          number: number,
          id: string,
          year: number | null,
          tier: number,
          language: string | null,
          slice: number,
          codes: readonly number[],
        ][]
      | null;
  }>`
    select ${revisionText} as revision,
      (select json_agg(json_build_array(number, facet, value)) from search_values) as values,
      (select json_agg(json_build_array(number, id, year, tier, language, search_slice(year), codes))
        from evaluation_search) as evaluations`.execute(db);
  const row = rows[0]!;
  const values: { facet: string; value: string }[] = [];
  const numbers = new Map<string, Map<string, number>>();
  for (const [number, facet, value] of row.values) {
    values[number] = { facet, value };
    const ofFacet = numbers.get(facet) ?? new Map<string, number>();
    numbers.set(facet, ofFacet.set(value, number));
  }
  const slices = new Map<number, number>([[unknownYear, 0]]);
  const ordered = (row.evaluations ?? [])
    .map(([number, id, year, tier, language, slice, codes]) => {
      slices.set(slice, (slices.get(slice) ?? 0) + 1);
      return { number, id, year, tier, language, codes, place: 0, stem: id.replace(/[0-9]+$/, "") };
    })
    .sort((a, b) =>
      a.stem !== b.stem ? (a.stem < b.stem ? -1 : 1) : a.id.length - b.id.length || (a.id < b.id ? -1 : 1),
    )
    .map(({ stem: _, ...record }, place): RememberedEvaluation => ({ ...record, place }));
  return {
    revision: row.revision,
    values,
    numbers,
    evaluations: new Map(ordered.map((record) => [record.number, record])),
    ordered,
    silent: [...numbers]
      .filter(([facet]) => !ownFacets.has(facet))
      .flatMap(([, ofFacet]) => ofFacet.get("") ?? []),
    slices: [...slices]
      .map(([slice, evaluations]) => ({ slice, evaluations }))
      .sort((a, b) => a.slice - b.slice),
  };
}

/** The partition of passages whose year is unknown, which are also those tied to no evaluation. */
export const unknownYear = 1000;
const ownFacets: ReadonlySet<string> = new Set(["kind", "textLanguage", "textOrigin"]);
