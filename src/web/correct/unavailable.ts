/**
 * What a button carries that can do nothing now. Not `disabled`: the reason has to be reached by keyboard and
 * read aloud; pressing it says the reason once more.
 */
export const unavailable = (why: string) =>
  ({ "aria-disabled": true, "data-disabled": true, "aria-description": why, title: why }) as const;
