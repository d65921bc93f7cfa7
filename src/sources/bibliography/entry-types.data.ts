// How the formats call the kinds of references. The first name of each is the one that is written; the others
// are read, and kept as a foreign tag, so that they can be written again.

import type { BibliographicType } from "#records";

export const risTypes: Readonly<Record<BibliographicType, string>> = {
  report: "RPRT GOVDOC",
  article: "JOUR EJOUR MGZN NEWS ABST INPR JFULL",
  book: "BOOK EBOOK EDBOOK",
  chapter: "CHAP ECHAP",
  "conference-paper": "CPAPER CONF",
  thesis: "THES",
  "web-page": "ELEC BLOG WEB",
  dataset: "DATA DBASE AGGR",
  unpublished: "UNPB MANSCPT",
  other: "GEN",
};

export const bibtexTypes: Readonly<Record<BibliographicType, string>> = {
  report: "techreport report manual",
  article: "article periodical suppperiodical",
  book: "book mvbook booklet collection proceedings reference",
  chapter: "incollection inbook suppbook bookinbook inreference",
  "conference-paper": "inproceedings conference",
  thesis: "phdthesis thesis mastersthesis",
  "web-page": "online electronic www",
  dataset: "dataset",
  unpublished: "unpublished",
  other: "misc",
};

export const cslTypes: Readonly<Record<BibliographicType, string>> = {
  report: "report",
  article: "article-journal article article-magazine article-newspaper",
  book: "book",
  chapter: "chapter entry entry-encyclopedia",
  "conference-paper": "paper-conference",
  thesis: "thesis",
  "web-page": "webpage post post-weblog",
  dataset: "dataset",
  unpublished: "manuscript",
  other: "document",
};

/** Names of EndNote, parted by bars; compared without case. */
export const endnoteTypes: Readonly<Record<BibliographicType, string>> = {
  report: "Report|Government Document|Government Report or Document|Standard",
  article: "Journal Article|Electronic Article|Magazine Article|Newspaper Article|Serial",
  book: "Book|Edited Book|Electronic Book|Ancient Text",
  chapter: "Book Section|Electronic Book Section|Encyclopedia|Dictionary",
  "conference-paper": "Conference Paper|Conference Proceedings|Conference Proceeding",
  thesis: "Thesis",
  "web-page": "Web Page|Blog|Online Multimedia",
  dataset: "Dataset|Online Database|Aggregated Database",
  unpublished: "Unpublished Work|Manuscript|Press Release",
  other: "Generic",
};

/** Numbers of EndNote's types, as its XML has them. */
export const endnoteTypeNumbers: Readonly<Record<BibliographicType, number>> = {
  report: 27,
  article: 17,
  book: 6,
  chapter: 5,
  "conference-paper": 47,
  thesis: 32,
  "web-page": 12,
  dataset: 59,
  unpublished: 34,
  other: 13,
};

/** What catalogues call a document, by the first word that fits. */
export const documentWords: readonly (readonly [word: RegExp, type: BibliographicType])[] = [
  [/proceedings paper|meeting|conference|conférence|conferencia/i, "conference-paper"],
  [/book ?(?:chapter|section|part)|chapter|chapitre|cap[ií]tulo/i, "chapter"],
  [/^(?:e-?|edited )?book\b(?! review)|^(?:livre|libro|livro)\b/i, "book"],
  [/data ?(?:paper|set|study)|données|datos|dados/i, "dataset"],
  [/report|rapport|informe|relat[óo]rio/i, "report"],
  [/thesis|dissertation|thèse|tesis|tese/i, "thesis"],
  [/web ?(?:page|site)|blog/i, "web-page"],
  [/preprint|unpublished|manuscript/i, "unpublished"],
  [/journal|article|art[íi]culo|artigo|review|letter|editorial|note\b|erratum|correction/i, "article"],
];
