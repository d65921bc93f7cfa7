// The words of the passages, kept so that a word typed without its accents finds the family it belongs to
// (stemmers know "recomendación" and "recomendaciones", not "recomendacion"), that a beginning finds the words
// that begin so, and that a word nobody wrote can be answered by those that look like it.

import { sql } from "kysely";
import type { Passage } from "#records";
import type { Database } from "../database.ts";
import { storableJson } from "../storable-text.ts";

const shortest = 4;

const bare = (word: string) => word.normalize("NFD").replace(/\p{M}/gu, "");

/** Adds the words of the passages that are not yet known. Cost: two statements a call. */
export async function rememberWords(db: Database, passages: readonly Passage[]): Promise<void> {
  for (const [language, stemmer] of [
    ["en", "english_stem"],
    ["fr", "french_stem"],
    ["es", "spanish_stem"],
    ["pt", "portuguese_stem"],
  ] as const) {
    const words = new Set<string>();
    for (const passage of passages)
      if (passage.language === language)
        for (const [word] of passage.text
          .normalize("NFC")
          .toLowerCase()
          .matchAll(/\p{L}+/gu))
          if (word.length >= shortest && word.length <= 40) words.add(word);
    if (words.size === 0) continue;
    // In one order everywhere, so that two writers cannot block one another.
    const rows = storableJson([...words].sort().map((word) => ({ word, bare: bare(word) })));
    await sql`
      insert into search_words (language, word, bare, bare_stem)
      select ${language}, word, bare, unaccent(stem)
      from json_to_recordset(${rows}::json) as w (word text, bare text),
        lateral (select (ts_lexize(${stemmer}::regdictionary, word))[1] as stem) as s
      where stem is not null
      on conflict do nothing`.execute(db);
  }
}

/** Words of the collection that stand for a word typed without accents, by that word and by language. */
export type Restorations = ReadonlyMap<
  string,
  readonly { readonly language: string; readonly word: string }[]
>;

/**
 * Restores accents: words of the collection that look alike (trigrams) and whose stem begins the typed
 * word, one for each stem. "recomendacion" gives "recomendaciones", of stem "recomend"; "nacion" does not
 * give "nacional". Words typed with an accent need none and are not looked up. Cost: one index look-up.
 */
export async function restoreAccents(db: Database, words: readonly string[]): Promise<Restorations> {
  const typed = [...new Set(words.map((word) => word.toLowerCase()))].filter(
    (word) => /^[a-z]+$/.test(word) && word.length >= shortest && word.length <= 40,
  );
  const restorations = new Map<string, { language: string; word: string }[]>();
  if (typed.length === 0) return restorations;
  const { rows } = await sql<{ typed: string; language: string; word: string }>`
    select distinct on (typed, language, bare_stem) typed, language, word
    from json_array_elements_text(${storableJson(typed)}::json) as typed
    join search_words on bare % typed
    where language in ('es', 'pt') and similarity(bare, typed) >= 0.4
      and length(bare_stem) >= ${shortest} and starts_with(typed, bare_stem)
    order by typed, language, bare_stem, similarity(bare, typed) desc, word`.execute(db);
  for (const { typed: word, ...restoration } of rows)
    restorations.set(word, [...(restorations.get(word) ?? []), restoration]);
  return restorations;
}

/**
 * Words of the collection that begin so though their stems do not, one for each stem, by the beginning; at
 * most 40 of a language. Cost: one index look-up.
 */
export async function beginningWith(db: Database, beginnings: readonly string[]): Promise<Restorations> {
  const typed = [...new Set(beginnings.map((word) => word.toLowerCase()))].filter((word) =>
    /^\p{L}{3,40}$/u.test(word),
  );
  const found = new Map<string, { language: string; word: string }[]>();
  if (typed.length === 0) return found;
  const { rows } = await sql<{ typed: string; language: string; word: string }>`
    select typed, language, word from (
      select typed, language, word, row_number() over (partition by typed, language order by length(word), word) as place
      from (select distinct on (typed, language, bare_stem) typed, language, word
        from json_array_elements_text(${storableJson(typed)}::json) as typed
        join search_words on bare like unaccent(typed) || '%' and not starts_with(bare_stem, unaccent(typed))
        order by typed, language, bare_stem, length(word)) as stems) as placed
    where place <= 40`.execute(db);
  for (const { typed: word, ...one } of rows) found.set(word, [...(found.get(word) ?? []), one]);
  return found;
}

/**
 * Words of the collection that look like one nobody wrote, best first, spelled with their accents.
 *
 * @param languages only these; all where none is given
 */
export async function wordsNear(
  db: Database,
  word: string,
  languages: readonly string[],
  most = 6,
): Promise<readonly { readonly word: string; readonly language: string }[]> {
  if (!/^\p{L}{3,40}$/u.test(word)) return [];
  const typed = bare(word.toLowerCase());
  const { rows } = await sql<{ word: string; language: string }>`
    select word, min(language) as language from search_words
    where (bare % ${typed} or bare in (${sql.join(slipsOf(typed))})) and bare <> ${typed}
      ${languages.length > 0 ? sql`and language in (${sql.join(languages)})` : sql``}
    group by word, bare
    order by bare in (${sql.join(slipsOf(typed))}) desc, max(similarity(bare, ${typed})) desc, abs(length(word) - length(${typed}::text)), word limit ${most}`.execute(
    db,
  );
  return rows;
}

/** The word with two neighbouring letters exchanged, or with a letter too many taken out: short words share too few trigrams. */
function slipsOf(word: string): readonly string[] {
  const letters = [...word];
  return letters.flatMap((letter, i) => [
    letters.toSpliced(i, 1).join(""),
    ...(i === 0 ? [] : [letters.toSpliced(i - 1, 2, letter, letters[i - 1]!).join("")]),
  ]);
}
