import type { ProblemCatalogue } from "#kernel";

/** Problems of the rules of a review: code → what it means and what to do. */
export const reviewProblems = {
  "reviews.not-your-part": {
    meaning: "The act belongs to a part in the review that the person does not hold.",
    remedy: "Ask an owner of the review for the part, or somebody who has it to do it.",
  },
  "reviews.last-owner": {
    meaning: "The only owner of a review was to be removed or to become something else.",
    remedy: "Make another member an owner first.",
  },
  "reviews.member-unknown": {
    meaning: "An act names somebody who is no member of the review.",
    remedy: "Take an account from the list of members, or add it first.",
  },
  "reviews.member-already": {
    meaning: "Somebody was to be added who is a member already.",
    remedy: "Change their part instead.",
  },
  "reviews.no-part": {
    meaning: "A member was to have no part at all.",
    remedy: "Give at least one part, or remove the member.",
  },
  "reviews.begun-already": {
    meaning: "A review that has a log was to be begun again.",
    remedy: "Begin another one under a name of its own.",
  },
  "reviews.identifier-twice": {
    meaning: "Two questions, criteria, sources or stages of a protocol, or two records, share an identifier.",
    remedy: "Give each its own.",
  },
  "reviews.amendment-without-reason": {
    meaning: "A protocol was to be amended without a reason.",
    remedy: "Say in a sentence why the rules change.",
  },
  "reviews.nothing-amended": {
    meaning: "The protocol that was sent is the one that stands.",
    remedy: "Nothing: it stands already.",
  },
  "reviews.record-unknown": {
    meaning: "An act names a record that is not in the review.",
    remedy: "Take the identifier from the list of records (R1, R2 …).",
  },
  "reviews.cannot-mark-retrieval": {
    meaning:
      "A full text was to be marked as not retrieved that somebody decided on, or that is marked already.",
    remedy:
      "Look at the history of the record; where a decision was made without the text, its author takes it back.",
  },
  "reviews.search-unknown": {
    meaning: "Records name a search that was not recorded.",
    remedy: "Record the search first, or send both together.",
  },
  "reviews.record-out-of-turn": {
    meaning: "Records were numbered otherwise than in their turn, as when two imports ran at once.",
    remedy: "Import again: nothing of it was recorded.",
  },
  "reviews.synthesis-unknown": {
    meaning: "A theme, finding, map, code, coding or question is named that is not in the review.",
    remedy: "Load the page anew and choose from what stands there.",
  },
  "reviews.theme-in-itself": {
    meaning: "A theme was to stand under itself.",
    remedy: "Choose another place for it.",
  },
  "reviews.theme-in-use": {
    meaning: "A theme was to be taken away that findings name.",
    remedy: "Take it out of the findings first.",
  },
  "reviews.duplicate-unfit": {
    meaning: "Records cannot be joined or parted as asked, since they stand otherwise by now.",
    remedy: "Look at the group as it stands and decide again.",
  },
  "reviews.stage-unused": {
    meaning:
      "An act belongs to a stage of screening that the review does not use, or there is no protocol yet.",
    remedy: "Set the protocol, or take the stage up.",
  },
  "reviews.stage-stands-otherwise": {
    meaning: "A stage was to be stopped, resumed, skipped or taken up, and stands so already or cannot.",
    remedy: "Look at the stage as it stands.",
  },
  "reviews.record-not-at-stage": {
    meaning: "A record was decided on at a stage it has not come to.",
    remedy: "Decide on it at the stage it is at.",
  },
  "reviews.criterion-missing": {
    meaning: "A record was to be excluded at full text without the criterion that decided.",
    remedy: "Name one criterion of the protocol.",
  },
  "reviews.criterion-unknown": {
    meaning: "A decision names a criterion that the version of the protocol its author saw does not have.",
    remedy: "Take an identifier from the criteria of that version.",
  },
  "reviews.protocol-version-unknown": {
    meaning: "A decision names a version of the protocol that was never set.",
    remedy: "Name the version the decision was made under.",
  },
  "reviews.cannot-withdraw": {
    meaning: "An act was to be taken back that is not one's own, stands no more or can never be taken back.",
    remedy: "Take back the last of your own acts on the record, or decide anew.",
  },
  "reviews.nothing-to-settle": {
    meaning:
      "An adjudicator was to settle a record on which nobody disagrees, or not enough people decided yet.",
    remedy: "Take records from the list of conflicts.",
  },
  "reviews.not-a-reviewer": {
    meaning: "Work was to be given to somebody who does not screen in the review.",
    remedy: "Make them a reviewer first, or name somebody else.",
  },
  "reviews.definition-invalid": {
    meaning: "An instrument or a form cannot be used as it is written.",
    remedy: "Mend what the message names and define it again.",
  },
  "reviews.definition-in-use": {
    meaning: "An instrument or a form was to be changed by which somebody has worked already.",
    remedy: "Define the change under a new version, and name that in the protocol.",
  },
  "reviews.definition-unknown": {
    meaning: "The protocol names an instrument or a form that was not taken into the review.",
    remedy: "An owner takes it on the page of instruments or of forms.",
  },
  "reviews.definition-stands-otherwise": {
    meaning: "Answers or rows belong to another instrument or form than the protocol names by now.",
    remedy: "Look at the page anew and work by the one that stands.",
  },
  "reviews.not-planned": {
    meaning: "Something was to be appraised or extracted in a review whose protocol plans none.",
    remedy: "An owner chooses an instrument or a form; that amends the protocol.",
  },
  "reviews.record-not-included": {
    meaning: "Work was to be done on a report that is not on the list, or no longer.",
    remedy: "Look at its screening and its appraisal.",
  },
  "reviews.record-is-duplicate": {
    meaning: "Work was to be done on a record that is a duplicate of another one.",
    remedy: "Work on the record that stands for both.",
  },
  "reviews.answer-unfit": {
    meaning: "An appraisal has an answer that its instrument does not know, or one without its reason.",
    remedy: "Answer with a step of the scale, and say why where nothing is valued.",
  },
  "reviews.answers-open": {
    meaning: "Something was to be submitted that has items, cells or rows open.",
    remedy: "Fill in what the message names; what a report does not say is `not reported`, not empty.",
  },
  "reviews.passage-missing": {
    meaning: "A rating or a cell has no passage although the instrument or form asks for one.",
    remedy: "Mark the passage in the report, or type it with its page where the report is not held.",
  },
  "reviews.submitted-already": {
    meaning: "Something that is submitted was to be changed.",
    remedy: "Open it again first; the log shows that it was.",
  },
  "reviews.not-appraised": {
    meaning: "A report was to be put in or out on its quality before an appraisal of it stands.",
    remedy: "Appraise it, and reconcile where people differ.",
  },
  "reviews.cell-unfit": {
    meaning: "A cell holds what its field cannot, or a field the form does not have.",
    remedy: "Correct the cell as the message says.",
  },
  "reviews.column-unknown": {
    meaning: "A table of rows has a column the form does not know, or lacks one it needs.",
    remedy: "Columns bear identifiers of fields; take the download of the matrix as a pattern.",
  },
  "reviews.file-unreadable": {
    meaning: "A file holds no rows of an extraction.",
    remedy: "Take the download of the matrix as a pattern.",
  },
  "reviews.row-unknown": {
    meaning: "An act names a row that is not there.",
    remedy: "Look at the rows as they stand.",
  },
  "reviews.code-unknown": {
    meaning: "An act names a code that is not in the code tree, or no longer.",
    remedy: "Look at the code tree as it stands and choose from it.",
  },
  "reviews.code-name-twice": {
    meaning: "Two codes under one parent were to have the same name.",
    remedy: "Use the one that is there, merge the two, or choose another name.",
  },
  "reviews.code-under-itself": {
    meaning: "A code was to be moved or merged into a code of its own branch.",
    remedy: "Choose a code outside of its branch.",
  },
  "reviews.code-in-use": {
    meaning: "A code that stands on codings was to be removed or to become a heading.",
    remedy: "Merge it into another code, or put its codings under others first.",
  },
  "reviews.code-not-codable": {
    meaning: "A heading of the code tree was to be put on a passage.",
    remedy: "Take a code below it, or make the heading codable.",
  },
  "reviews.split-unfit": {
    meaning: "A code cannot be split as asked: codings that do not carry it, or new codes of one name.",
    remedy: "Look at the codings of the code as they stand and split again.",
  },
  "reviews.coding-unknown": {
    meaning: "An act names a coding that is not there, or no longer.",
    remedy: "Look at the report as it stands.",
  },
  "reviews.coding-of-another": {
    meaning: "A coder was to change what another coder did before the two were settled.",
    remedy: "Settle the two first.",
  },
  "reviews.coding-submitted": {
    meaning: "A report was worked on, or submitted again, after its coder had submitted it.",
    remedy: "Take the submission back while the other coder is not in, or settle the two.",
  },
  "reviews.coded-by-others": {
    meaning: "As many people as the protocol asks for code the report already.",
    remedy: "Take another report, or amend the protocol.",
  },
  "reviews.no-proposal": {
    meaning: "A coding was to be accepted or rejected that is no proposal waiting for a person.",
    remedy: "Remove it or change its codes instead.",
  },
  "reviews.anchor-unfit": {
    meaning: "A place in a report does not lie in its text, or the text is not that of the record.",
    remedy: "Open the report anew and mark the place again.",
  },
  "reviews.import-notice": {
    meaning: "Something of a file of codes was brought in otherwise than it stands there, or left out.",
    remedy: "Nothing, if it suits; else mend it in the program it comes from and bring it in again.",
  },
  "reviews.nothing-to-reconcile": {
    meaning: "A report was to be settled that two coders have not both submitted.",
    remedy: "Wait for both; where one person codes, nothing needs settling.",
  },
  "reviews.flow-not-conserved": {
    meaning:
      "Records come into a step of the flow that neither leave it nor are open in it, so it is not drawn.",
    remedy: "Look at the decisions at the step that is named; the table of the flow shows all counts.",
  },
  "reviews.sentence-without-passage": {
    meaning:
      "A sentence or finding of the report rests on no passage and is not marked as the view of the authors.",
    remedy: "Cite a finding or coding that stands, or mark the sentence as a view.",
  },
  "reviews.sentence-unknown": {
    meaning: "A sentence was to be marked that the section does not hold.",
    remedy: "Look at the section as it stands.",
  },
  "reviews.edition-out-of-turn": {
    meaning: "An edition was to be published that does not follow the last one, or from a log that went on.",
    remedy: "Look at the report as it stands and publish again.",
  },
  "reviews.edition-numbers-differ": {
    meaning: "The numbers of an edition are not those its log gives.",
    remedy: "Publish through the page or the command, which take the numbers from the log.",
  },
} as const satisfies ProblemCatalogue;
