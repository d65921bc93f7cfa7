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
