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
  "reviews.search-unknown": {
    meaning: "Records name a search that was not recorded.",
    remedy: "Record the search first, or send both together.",
  },
  "reviews.record-out-of-turn": {
    meaning: "Records were numbered otherwise than in their turn, as when two imports ran at once.",
    remedy: "Import again: nothing of it was recorded.",
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
} as const satisfies ProblemCatalogue;
