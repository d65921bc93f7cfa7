// An invented collection for the search benchmark: evaluations, their reports and passages in four languages,
// words by a law of Zipf and Mandelbrot, made from a seed and loaded past the triggers, whose work is then done
// for all at once.

import { createHash } from "node:crypto";
import { sql } from "kysely";
import { type Language, seededRandom } from "#kernel";
import type { Database } from "../src/store/database.ts";
import { shown } from "./measuring.ts";
import { fieldWords, littleWords, tailEndings } from "./search-words.data.ts";

export type CollectionSize = { readonly evaluations: number; readonly passages: number };

const at = "2026-01-01T00:00:00Z";
const shares: readonly (readonly [Language, number])[] = [
  ["en", 0.55],
  ["fr", 0.75],
  ["es", 0.92],
  ["pt", 1],
];
const kindShares = [
  ["recommendation", 0.15],
  ["finding", 0.4],
  ["conclusion", 0.5],
  ["lesson-learned", 0.56],
  ["good-practice", 0.6],
  ["challenge", 0.68],
  ["method", 0.76],
  ["background", 1],
] as const;
const countries =
  "KEN TZA UGA ETH MOZ ZMB ZAF NGA SEN CIV MLI BFA IND BGD NPL PAK VNM KHM IDN PHL BRA PER COL BOL ECU MEX GTM HND JOR LBN EGY TUN MAR UKR MDA ALB KGZ TJK".split(
    " ",
  );
const pick = <T>(items: readonly T[], random: () => number): T => items[Math.floor(random() * items.length)]!;
const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** Words drawn by rank: the first is in about a fifth of the passages of its language, the last in a few. */
function speaker(language: Language, random: () => number): () => string {
  const heads = fieldWords[language].split(/\s+/);
  const words = [...heads];
  for (const ending of tailEndings[language])
    for (const other of tailEndings[language])
      for (const head of heads) words.push(`${head.slice(0, 6)}${other}${ending}`);
  const cumulative: number[] = [];
  let sum = 0;
  for (const rank of words.keys()) {
    sum += 1 / (rank + 20);
    cumulative.push(sum);
  }
  const little = littleWords[language].split(" ");
  return () => {
    if (random() < 0.4) return pick(little, random);
    const wanted = random() * sum;
    let [low, high] = [0, cumulative.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    // The two commonest words stand side by side more often than by chance, as they do in reports.
    return low === 0 && random() < 0.4 ? `${words[0]} ${words[1]}` : words[low]!;
  };
}

/** Loads the collection into an empty catalogue of the newest schema. @param log told how far it is */
export async function loadCollection(
  db: Database,
  size: CollectionSize,
  log: (line: string) => void,
): Promise<void> {
  const random = seededRandom(3);
  const next = random;
  const speakers = Object.fromEntries(shares.map(([code]) => [code, speaker(code, next)])) as Record<
    Language,
    () => string
  >;
  const start = performance.now();
  const since = () => `${shown((performance.now() - start) / 1000)} s`;
  const sentence = (language: Language, words: number) =>
    Array.from({ length: words }, speakers[language]).join(" ");
  const languages: Language[] = [];
  for (let from = 0; from < size.evaluations; from += 1000) {
    const records = Array.from({ length: Math.min(1000, size.evaluations - from) }, (_, i) => {
      const number = from + i;
      const share = next();
      const language = shares.find(([, upTo]) => share <= upTo)![0];
      languages.push(language);
      const source = hash(`report ${number}`);
      return {
        source,
        id: `b-${number}`,
        language,
        record: {
          id: `b-${number}`,
          printedId: null,
          title: sentence(language, 9),
          language,
          type: pick(["project", "thematic", "cluster", "country-programme"], next),
          timing: pick(["mid-term", "final", "ex-post"], next),
          nature: pick(["independent", "internal", "self"], next),
          status: "completed",
          region: pick(["africa", "americas", "arab-states", "asia-pacific"], next),
          countries: [pick(countries, next), ...(next() < 0.2 ? [pick(countries, next)] : [])],
          themes: [`theme ${Math.floor(next() * 40)}`],
          branches: [pick(["old_age", "maternity", "medical", "unemployment", "family"], next)],
          criteria: ["relevance", "impact"],
          donor: next() < 0.3 ? null : `Donor ${Math.floor(next() * 60)}`,
          year: 2026 - Math.floor(26 * next() ** 1.6),
          summary: sentence(language, 40),
          origin: "invented",
          provenance: { source },
        },
      };
    });
    await pastTriggers(db, async (inside) => {
      await sql`with given as (select * from json_to_recordset(${JSON.stringify(records)}::json) as r (source text, id text, language text, record json)),
        s as (insert into sources (sha256, name, media_type, bytes, origin, tier, citation, added_at, added_by)
          select source, 'report.txt', 'text/plain', 1, 'invented', 'public', '{"title":"Invented"}', ${at}, 'operator' from given),
        r as (insert into readings (source, version, reader_version, format, language, title, text, blocks, recorded_at)
          select source, 1, '1', 'text', language, record ->> 'title', '', '[]', ${at} from given),
        e as (insert into evaluations (id, added_at) select id, ${at} from given),
        v as (insert into evaluation_versions (id, version, record, recorded_at, recorded_by)
          select id, 1, record, ${at}, 'operator' from given)
        select 1`.execute(inside);
    });
  }
  // Before they are tied to reports, so that this does not pass through all passages.
  await sql`select refresh_evaluation_search(array(select id from evaluation_versions))`.execute(db);
  await pastTriggers(db, (inside) =>
    sql`insert into document_evaluations (source, evaluation, linked_at)
      select source, id, ${at} from evaluation_versions`.execute(inside),
  );
  log(`${size.evaluations} evaluations after ${since()}`);

  const perReport = size.passages / size.evaluations;
  let rows: object[] = [];
  let loaded = 0;
  const flush = async () => {
    await pastTriggers(db, (inside) =>
      sql`insert into passages (id, version, source, kind, heading, text, spans, page, language, confidence, reason, recorded_at)
        select id, 1, source, kind, heading, text, '[[0,1]]', page, language, 0.9, 'invented', ${at}
        from json_to_recordset(${JSON.stringify(rows)}::json) as r (id text, source text, kind text, heading text, text text, page integer, language text)`.execute(
        inside,
      ),
    );
    loaded += rows.length;
    rows = [];
  };
  for (let number = 0; number < size.evaluations; number++) {
    const source = hash(`report ${number}`);
    const language = languages[number]!;
    const until = Math.round((number + 1) * perReport);
    for (let one = Math.round(number * perReport); one < until; one++) {
      const share = next();
      rows.push({
        id: `${source.slice(0, 16)}-${one * 400}`,
        source,
        kind: kindShares.find(([, upTo]) => share <= upTo)![0],
        heading: sentence(language, 3),
        text: sentence(language, 25 + Math.floor(next() * 60)),
        page: 1 + (one % 80),
        language,
      });
      if (rows.length >= 2_000) await flush();
    }
    if (number > 0 && number % 10_000 === 0) log(`${loaded} passages after ${since()}`);
  }
  await flush();
  log(`${loaded} passages after ${since()}`);
  await buildSearch(db, (line) => log(`${line} after ${since()}`));
}

/** Does at once what the triggers do one by one: indexes are made when all rows are there. */
async function buildSearch(db: Database, log: (line: string) => void): Promise<void> {
  await sql`drop index passage_search_words`.execute(db);
  await sql`drop index passage_search_passage`.execute(db);
  await sql`analyze sources; analyze evaluation_versions; analyze document_evaluations; analyze readings; analyze passages (source, superseded_at)`
    .execute(db)
    .catch(() => sql`analyze`.execute(db));
  await sql`analyze evaluation_search`.execute(db);
  const { rows } = await sql<{
    source: string;
  }>`select sha256::text as source from sources order by number`.execute(db);
  const parts: string[][] = [];
  for (let from = 0; from < rows.length; from += 500)
    parts.push(rows.slice(from, from + 500).map((row) => row.source));
  const workers = db.getExecutor().adapter.supportsMultipleConnections ? 2 : 1;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (let part = parts.pop(); part; part = parts.pop())
        await sql`insert into passage_search select * from passage_search_rows('{}', ${sql.val(part)}::text[])`.execute(
          db,
        );
    }),
  );
  log("passages ready for search");
  const words = async (inside: Database) => {
    await sql`set local maintenance_work_mem = '1GB'`.execute(inside);
    await sql`create index passage_search_words on passage_search using gin (search, codes, head) with (fastupdate = off)`.execute(
      inside,
    );
    await sql`create index passage_search_passage on passage_search (passage)`.execute(inside);
  };
  await db.transaction().execute(words);
  await sql`insert into search_words (language, word, bare, bare_stem)
    select distinct on (language, word) language, word, unaccent(word), unaccent(word)
    from passages, lateral (select lower(word) as word from regexp_split_to_table(text, ' ') as word) as words
    where length(word) between 4 and 40 and (hashtext(id) % 50) = 0
    on conflict do nothing`.execute(db);
  await sql`analyze`.execute(db);
  log("indexes made");
}

/** What is invented need not be guarded: triggers and keys are asked to look away while it is loaded. */
const pastTriggers = (db: Database, work: (inside: Database) => Promise<unknown>) =>
  db.transaction().execute(async (inside) => {
    await sql`set local session_replication_role = replica`.execute(inside);
    await work(inside);
  });
