import type { ProblemCatalogue } from "#kernel";

/** What each problem of this folder means; listed in `docs/reference/problems.md`. */
export const standardsProblems = {
  "standards.convention-code-invalid": {
    meaning: "A Convention or Protocol code is not of the form C102 or P029.",
    remedy: "Write C and three digits, or P and three digits for a Protocol.",
  },
  "standards.convention-repeated": {
    meaning: "A list of Conventions names one code twice.",
    remedy: "Take one of the rows out.",
  },
  "standards.title-missing": { meaning: "A Convention has no title.", remedy: "Fill in the title." },
  "standards.year-invalid": {
    meaning: "A year of adoption is no year, or lies before the first Conventions of 1919.",
    remedy: "Correct the year.",
  },
  "standards.class-unknown": {
    meaning: "The class is neither fundamental, governance nor technical.",
    remedy: "Use one of the three words.",
  },
  "standards.status-missing": {
    meaning: "A Convention has no status.",
    remedy: "Fill in the status as the source has it.",
  },
  "standards.security-unknown": {
    meaning: "A form of security is none of the seven.",
    remedy: "Use one of the seven the message lists.",
  },
  "standards.verified-unclear": {
    meaning: "The column verified holds something other than true or false.",
    remedy: "Write true or false.",
  },
  "standards.area-unknown": {
    meaning: "A country code or name is not known.",
    remedy: "Write the ISO 3166 code, or the name as the message suggests it.",
  },
  "standards.area-not-a-state": {
    meaning: "A region or an invented area stands where a state ratifies.",
    remedy: "Name the state.",
  },
  "standards.area-no-longer": {
    meaning: "An event is dated after the state it is filed under had ended.",
    remedy: "File the event under the successor, or correct the date.",
  },
  "standards.names-disagree": {
    meaning: "The country's code and its name mean two different areas.",
    remedy: "Correct the code or the name.",
  },
  "standards.date-invalid": {
    meaning: "A date is not a day of the calendar written as 1952-06-28.",
    remedy: "Write year, month and day with hyphens; leave it empty where it is not known.",
  },
  "standards.date-before-convention": {
    meaning: "A date lies before the first Conventions of 1919.",
    remedy: "Correct the date.",
  },
  "standards.in-force-before-registration": {
    meaning:
      "A ratification is said to be in force before it was registered, which only a succession can be.",
    remedy: "Exchange the two dates, or mark the row as a succession.",
  },
  "standards.event-repeated": {
    meaning: "The list holds one event twice.",
    remedy: "Take one of the rows out.",
  },
} as const satisfies ProblemCatalogue;

export type StandardsProblemCode = keyof typeof standardsProblems;
