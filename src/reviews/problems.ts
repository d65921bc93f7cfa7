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
} as const satisfies ProblemCatalogue;
