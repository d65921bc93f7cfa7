import type { TableDescription } from "./table-description.ts";

/** What search is made of: all but the saved searches is made by triggers from other tables. */
export const searchTables: readonly TableDescription[] = [
  {
    name: "search_values",
    meaning: "Values by which evaluations and passages are filtered, each with a number. Made by triggers.",
    derived: true,
    columns: {
      number: "Number that stands for the value in the search tables.",
      facet: "Field, such as country; textLanguage and textOrigin are those of a passage.",
      value: "Code or words; empty where the source does not state one.",
    },
  },
  {
    name: "search_revision",
    meaning: "Counts the changes of evaluations, so that what a server remembers of them can be checked.",
    derived: true,
    columns: { one: "Always true: there is one row.", revision: "Number of changes so far." },
  },
  {
    name: "evaluation_search",
    meaning: "The evaluations that stand, as search reads them. Made by triggers.",
    derived: true,
    columns: {
      number: "Number that stands for the evaluation in the search tables.",
      id: "The evaluation.",
      year: "Year.",
      tier: "Tier of its source: 0 public, 1 members, 2 restricted.",
      language: "Language of the record.",
      codes: "Numbers of its values.",
      title: "Search vector of the title, with and without accents.",
      search: "Search vector of title, summary, themes, donor and identifiers.",
    },
  },
  {
    name: "passage_search",
    meaning: "The passages that stand, as search reads them, in partitions by year. Made by triggers.",
    derived: true,
    columns: {
      slice: "Partition: newest years first; 1000 where the year is unknown.",
      passage: "The passage.",
      evaluation: "Number of the first evaluation its document is tied to, where it may be shown beside it.",
      others: "Numbers of further ones.",
      year: "Year of the first evaluation.",
      facts:
        "Tier of the document times 512, origin times 128, number of the kind times 8, number of the language.",
      codes: "Numbers of the values of its evaluations, of its kind, language and origin.",
      search: "Search vector of the text, with and without accents.",
      head: "Search vector of the evaluation's title (weight A) and the heading (weight B).",
    },
  },
];

export const savedSearchTables: readonly TableDescription[] = [
  {
    name: "saved_searches",
    meaning: "Searches that people keep under a name, to open and to share by their address.",
    columns: {
      number: "Order in which they were saved.",
      id: "Address of the saved search.",
      account: "Whose it is.",
      name: "Name as given.",
      room: "Whether evaluations or passages are searched.",
      state: "json: the state of the page, as its address has it.",
      created_at: "When it was saved.",
      removed_at: "When it was taken away; empty while it is listed.",
    },
  },
];
