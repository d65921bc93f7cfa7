import type { ProblemCatalogue } from "#kernel";

import { releaseLifeProblems } from "./releases/problems.ts";
import { studyProblems } from "./surveys/catalogue/problems.ts";

/** Problems of use cases: code → what it means and what to do. */
export const appProblems = {
  ...releaseLifeProblems,
  ...studyProblems,
  "app.stopped": {
    meaning: "Work was stopped before its end, by whoever asked for it.",
    remedy: "Ask again; what was computed so far is not kept.",
  },
  "app.choice-too-wide": {
    meaning: "One page of a table of the explorer would need more observations than are read at once.",
    remedy: "Choose an indicator, a sex, a breakdown or fewer years; a download takes them all.",
  },
  "app.review-name-taken": {
    meaning: "A review was to be begun under a name that another has or had.",
    remedy: "Choose another name.",
  },
  "app.demonstration-unfit": {
    meaning: "A part of the demonstration collection cites what another part of it does not have (any more).",
    remedy:
      "This is a defect of the installed version. Begin with an empty data folder and a complete installation; if it comes again, report it with the message.",
  },
  "app.pdf-no-typesetter": {
    meaning:
      "A report was asked for as PDF on a machine that has no typesetter: it comes as an optional package for each system.",
    remedy:
      "Take the Word file or the page. To have it, install the packages again without leaving out optional ones, on Windows, macOS or Linux.",
  },
  "app.pdf-not-set": {
    meaning: "The typesetter gave up a report: it refused it, took too long or ran out of memory.",
    remedy:
      "Take the Word file or the page. If it comes again, report it with the message: it is a defect, or a report of very many pages.",
  },
  "app.archive-withheld": {
    meaning: "The log of a review quotes reports that whoever asks for its archive may not read.",
    remedy: "Let somebody take it who may read them.",
  },
  "app.signed-in-otherwise": {
    meaning: "Acts of one person came under the session of another, as from a page that was left open.",
    remedy: "Sign in as the person who did them; they are kept and sent then.",
  },
  "app.too-many-countries": {
    meaning: "More countries were to be compared than can stand side by side, or none was named.",
    remedy: "Name from one to six countries by their codes.",
  },
  "app.too-many-records": {
    meaning: "A search brought more records than are taken at once.",
    remedy: "Narrow the search, or take it in parts.",
  },
  "app.stopping-rule-unknown": {
    meaning: "Reading was to be stopped by a rule that cannot be asked of the stage as it stands.",
    remedy: "Take one of the rules on the page of progress, once a record is settled.",
  },
  "app.account-needed": {
    meaning: "What was asked for belongs to an account, and the operator at the machine has none.",
    remedy: "Sign in on the pages and do it there.",
  },
  "app.nothing-found": {
    meaning: "A search that found nothing was to be written into a file whose format has no place for that.",
    remedy: "Widen the search, or take JSON, which records that nothing was found.",
  },
  "app.arguments-invalid": {
    meaning: "A command was given an argument it cannot use; the message names it.",
    remedy: "Correct the argument; `socle help COMMAND` has the forms.",
  },
  "app.cell-empty": {
    meaning: "A row lacks the area or the indicator its value belongs to.",
    remedy: "Fill the cell in or take the row out.",
  },
  "app.columns-missing": {
    meaning: "A table lacks columns it cannot do without; the message names them and those found.",
    remedy: "Add the columns, or rename those that hold the same under another name.",
  },
  "app.area-unknown": {
    meaning: "A table of groups names an area that is not known.",
    remedy: "Write its three-letter code, or leave the area out by name.",
  },
  "app.attribute-taken": {
    meaning: "Groups were to be stated that the code of an area tells, such as regions.",
    remedy: "Choose another name for the groups.",
  },
  "app.classification-unused": {
    meaning: "A run was to use groups of areas that are not there, or that its definition has no use for.",
    remedy: "Take one of the list, or leave it out.",
  },
  "app.command-unknown": {
    meaning: "There is no such batch command.",
    remedy: "See `socle help` for the list.",
  },
  "app.country-unknown": {
    meaning: "A record was to be given a country that is none.",
    remedy: "Use ISO 3166 alpha-3 codes.",
  },
  "app.edit-empty": {
    meaning: "An edit of records names no field.",
    remedy: "Say what to set, add or take away.",
  },
  "app.keep-unknown": {
    meaning: "The record that is to stand for others is none of those decided on.",
    remedy: "Name one of them.",
  },
  "app.nothing-changed": {
    meaning: "A warning: all that an imported file says stands in the registry already; no change was made.",
    remedy: "Nothing is to be done. If you expected changes, check that it is the file you meant.",
  },
  "app.pair-needed": {
    meaning: "A decision on duplicates names fewer than two records.",
    remedy: "Name at least two.",
  },
  "app.record-changed": {
    meaning: "What was to be changed has been changed by somebody else since it was looked at.",
    remedy: "Look at it again, then repeat the change.",
  },
  "app.labelled-file-absent": {
    meaning: "A document named in the labels of a folder is not there; it counts in no figure.",
    remedy: "Put it there, or take it out of the labels.",
  },
  "app.line-skipped": {
    meaning: "A warning: a line of a file of references was left out; the rest came in.",
    remedy: "Look at the line; correct it in the file and import again if it matters.",
  },
  "app.mapping-needed": {
    meaning: "A table of evaluations has columns of its own, and no mapping was given.",
    remedy: "Map it on the page, or name a mapping: `proposed`, a saved one, or its JSON.",
  },
  "app.mapping-unknown": {
    meaning: "No mapping is saved under the name given.",
    remedy: "Choose one of those the message names.",
  },
  "app.reference-without-title": {
    meaning: "A warning: a reference has no title and makes no record.",
    remedy: "Add its title in the file and import again.",
  },
  "app.table-waiting": {
    meaning: "Somebody else handed in the same table and has not imported it yet.",
    remedy: "Ask them, or have them or an administrator throw it away.",
  },
  "app.sheet-unknown": {
    meaning: "A mapping speaks of a sheet that the workbook does not have.",
    remedy: "Choose one of the sheets the message names.",
  },
  "app.table-without-records": {
    meaning: "No row of a table makes a record; nothing was imported.",
    remedy: "Look at the preview: it says for each row why.",
  },
  "app.vocabulary-invalid": {
    meaning: "A new version of a list of terms breaks its rules; the message names the term.",
    remedy: "Correct the term; retire what is no longer used instead of taking it away.",
  },
  "app.definition-missing": {
    meaning: "An index run needs a definition: the id of a stored one, or one sent along.",
    remedy: "Name a stored definition, or send one along.",
  },
  "app.file-too-large": {
    meaning: "A document or a list is larger than what is read in memory.",
    remedy: "Split it; import tables of figures as observations.",
  },
  "app.no-passages": {
    meaning: "A warning: a report was kept, but no finding, recommendation or other passage was found in it.",
    remedy:
      "Check that it is the file meant; its text can be read, but there is nothing in it to search or cite.",
  },
  "app.evaluation-unknown": {
    meaning: "A report was to be tied to an evaluation that is not in the registry.",
    remedy: "Import the record first.",
  },
  "app.file-lost": {
    meaning: "A file could not be read back from the store after it was written.",
    remedy: "Check the disk, then try again.",
  },
  "app.file-missing": {
    meaning: "An import was asked without a file.",
    remedy: "Send its bytes as the body of the request.",
  },
  "app.json-unreadable": {
    meaning: "A definition is not valid JSON; the message says where it breaks.",
    remedy: "Correct it there, or start from one of the files in definitions/indexes.",
  },
  "app.no-inventory": {
    meaning: "A report holds no list of evaluations that could be read.",
    remedy: "Give a table, or a report with such an annex.",
  },
  "app.no-observations": {
    meaning: "A release has none of the indicators of an index definition.",
    remedy: "Choose another release or definition.",
  },
  "app.edition-by-itself": {
    meaning: "An edition of a report was sent as an act of its own.",
    remedy: "Publish it on the page of the report, by the command, or by the address of editions.",
  },
  "app.archive-would-unblind": {
    meaning: "The archive of a review was asked for while people still work blind.",
    remedy: "Wait until what is hidden is settled, or take it as the operator at the machine.",
  },
  "app.archive-too-large": {
    meaning: "A file given as the archive of a review unfolds to more than one ever does.",
    remedy: "Take the archive anew from where it was published.",
  },
  "app.archive-unreadable": {
    meaning: "A file given as the archive of a review is none, or damaged.",
    remedy: "Take the archive anew from where it was published.",
  },
  "app.archive-log-unreadable": {
    meaning:
      "The log of an archive holds something that is no event, or events that do not follow each other.",
    remedy: "Take the archive anew; for a newer archive, a newer version of the program.",
  },
  "app.archive-log-changed": {
    meaning: "The log of an archive is not the one that was archived: a chained hash does not fit.",
    remedy: "Take the archive anew and compare its hash with that of the published edition.",
  },
  "app.archive-document-changed": {
    meaning: "A document made again from the log differs from the one its edition froze.",
    remedy: "Compare the two by language; the numbers are compared apart.",
  },
  "app.archive-part-changed": {
    meaning:
      "A part of an archive beside its log is not the one that was archived, or not what the log gives.",
    remedy: "Take the archive anew from where it was published; the numbers are compared apart.",
  },
  "app.not-found": {
    meaning: "There is nothing under this identifier in this installation.",
    remedy: "Look it up in the list.",
  },
  "app.row-repeated": {
    meaning: "Two rows of a data file give the same area, indicator and period.",
    remedy: "Take out the one that does not count.",
  },
  "app.series-moved-on": {
    meaning: "Somebody else made a release of the series while a file was read.",
    remedy: "Look at theirs, then import again.",
  },
  "app.several-sources": {
    meaning: "Two sources give a figure for the same indicator, area and period.",
    remedy:
      "Choose values by a rule (socle selection make); it makes a release with one value each, over which the index runs.",
  },
  "app.sheet-too-long": {
    meaning: "A table has more rows than a sheet of a workbook can hold.",
    remedy: "Take CSV or JSON, or fewer indicators, areas or years.",
  },
  "app.run-not-repeated": {
    meaning: "Two runs are compared only where both still give the ranks they were frozen with.",
    remedy: "Ask socle verify for the difference; a run made with other code may have to be made anew.",
  },
  "app.table-unreadable": {
    meaning: "A file is not a table of comma-separated values; the message says where it breaks.",
    remedy: "Correct the quotation marks or separators there, or save the table anew as CSV in UTF-8.",
  },
  "app.trace-unknown": {
    meaning: "Nothing has this address.",
    remedy: "Copy the address that stands with the figure or sentence.",
  },
  "app.value-unreadable": {
    meaning: "A cell that should hold a number holds something else.",
    remedy: "Correct it, or leave it empty for missing.",
  },
  "app.version-used": {
    meaning: "A version of an index definition exists with another content.",
    remedy: "Give your definition a new version: versions never change.",
  },
} as const satisfies ProblemCatalogue;
