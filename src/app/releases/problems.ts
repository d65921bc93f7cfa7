import type { ProblemCatalogue } from "#kernel";

/** Problems of the life of releases: code → what it means and what to do. */
export const releaseLifeProblems = {
  "app.release-withdrawn": {
    meaning: "The figures of a release that was withdrawn were asked for; the message says why it was.",
    remedy: "Take the release that replaces it, or the newest of the series.",
  },
  "app.release-unchecked": {
    meaning: "A draft was to be published that was never checked.",
    remedy: "Check it on its page or with `socle release check`, answer what is found, and publish it then.",
  },
  "app.findings-open": {
    meaning: "A draft was to be published while findings of its check have no answer.",
    remedy: "Answer each finding, or all of a rule, with a note that says why the figures stand.",
  },
  "app.finding-unknown": {
    meaning: "A note answers a finding that the last check of the release does not have.",
    remedy: "Look at the check as it stands; it may have been made anew.",
  },
  "app.choice-before-inputs": {
    meaning: "Values chosen from a release that is not published were to be published before it.",
    remedy: "Publish the releases the message names first; or choose anew without them.",
  },
  "app.series-of-choice": {
    meaning: "A table was to be imported into a series whose versions are made by a choice of values.",
    remedy: "Import it under another series; a choice may then take its values from there.",
  },
  "app.release-not-open": {
    meaning: "A release is in a state in which this cannot be done with it; the message names both.",
    remedy: "Look at its history. A correction of what is published is a new version.",
  },
  "app.check-stopped": {
    meaning: "A check was stopped by somebody before its end.",
    remedy: "Ask for the check again.",
  },
  "app.check-failed": {
    meaning: "A check ended with an error, or ended the program several times; the message says which.",
    remedy: "Ask for the check again; if it fails again, look at the log of the server.",
  },
  "app.check-not-under-way": {
    meaning: "A check was to be stopped that is neither queued nor under way.",
    remedy: "Look at what it found; it has ended.",
  },
  "app.embargo-past": {
    meaning: "An embargo was to end at a time that has passed by the server's clock.",
    remedy: "Name a later time, or publish at once.",
  },
  "app.replacement-unfit": {
    meaning: "A release was to be replaced by one that readers cannot see, or by itself.",
    remedy: "Publish the replacement first, or withdraw without one.",
  },
  "app.releases-not-comparable": {
    meaning: "Two releases were to be compared that are not of one series.",
    remedy: "Choose two versions of the same series.",
  },
  "app.release-still-draft": {
    meaning:
      "A remark: the same figures stand already as a draft or under an embargo, so nothing was published.",
    remedy: "Check and publish that release.",
  },
} as const satisfies ProblemCatalogue;
