// Types of references to the words of a format and back.

import type { BibliographicRecord, BibliographicType, ForeignTag } from "#records";

export type TypeTable = {
  /** The type, and whether the word is the one that is written for it. */
  read(word: string): { readonly type: BibliographicType; readonly isFirst: boolean };
  write(type: BibliographicType): string;
  /** The foreign tag that keeps another word for the record's type, where it can stand as such. */
  kept(record: BibliographicRecord, tag: string): ForeignTag | null;
};

type Names = Readonly<Record<BibliographicType, string>>;

/** @param form how a word for a type looks in the format */
export const typeTable = (words: Names, form: RegExp): TypeTable => tableOf(words, form, " ");

/** Types whose names have several words, parted by bars. */
export const phraseTypes = (names: Names): TypeTable => tableOf(names, /^[A-Za-z0-9][^\r\n]*$/, "|");

function tableOf(words: Names, form: RegExp, between: string): TypeTable {
  const byWord = new Map<string, { type: BibliographicType; isFirst: boolean }>();
  for (const [type, list] of Object.entries(words))
    for (const [i, word] of list.split(between).entries())
      byWord.set(word.toLowerCase(), { type: type as BibliographicType, isFirst: i === 0 });
  const read: TypeTable["read"] = (word) =>
    byWord.get(word.toLowerCase()) ?? { type: "other", isFirst: false };
  return {
    read,
    write: (type) => words[type].split(between)[0]!,
    kept(record, name) {
      const [first] = record.foreignTags;
      if (first === undefined || first.tag !== name || !form.test(first.value)) return null;
      const { type, isFirst } = read(first.value);
      return type === record.type && !isFirst ? first : null;
    },
  };
}
