// Whether a text stops in the middle, or leads to what comes next.

/** True when no full stop, question mark or other end is there. */
export const endsOpen = (text: string): boolean => !/[.!?…;:]["”’»)\]*\s]*$/u.test(text);

/** True when the text ends on a colon. */
export const pointsAtList = (text: string): boolean => /:["”’»)\]*\s⁰¹²³⁴-⁹]*$/u.test(text);
