/** What each problem of this folder means; listed in `docs/reference/problems.md`. */
export const standardsProblems = {
  "standards.convention-code-invalid": "A Convention or Protocol code is not of the form C102 or P029.",
  "standards.convention-repeated": "A list of Conventions names one code twice.",
  "standards.title-missing": "A Convention has no title.",
  "standards.year-invalid": "A year of adoption is no year, or lies before the first Conventions of 1919.",
  "standards.class-unknown": "The class is neither fundamental, governance nor technical.",
  "standards.status-missing": "A Convention has no status.",
  "standards.security-unknown": "A form of security is none of the seven.",
  "standards.verified-unclear": "The column verified holds something other than true or false.",
  "standards.area-unknown": "A country code or name is not known.",
  "standards.area-not-a-state": "A region or an invented area stands where a state ratifies.",
  "standards.area-no-longer": "An event is dated after the state it is filed under had ended.",
  "standards.names-disagree": "The country's code and its name mean two different areas.",
  "standards.date-invalid": "A date is not a day of the calendar written as 1952-06-28.",
  "standards.date-before-convention": "A date lies before the first Conventions of 1919.",
  "standards.in-force-before-registration":
    "A ratification is said to be in force before it was registered, which only a succession can be.",
  "standards.event-repeated": "The list holds one event twice.",
} as const satisfies Readonly<Record<`standards.${string}`, string>>;

export type StandardsProblemCode = keyof typeof standardsProblems;
