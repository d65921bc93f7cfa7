// Keys of the words for coded values, written out so that the test of the words can see them used.

export type TermArea = "type" | "timing" | "nature" | "region" | "language" | "kind";

const keys: Readonly<Record<TermArea, (value: string) => string>> = {
  type: (value) => `type.${value}`,
  timing: (value) => `timing.${value}`,
  nature: (value) => `nature.${value}`,
  region: (value) => `region.${value}`,
  language: (value) => `language.${value}`,
  kind: (value) => `kinds.${value}`,
};

/** The key among the words of `terms` for a coded value; kinds of passage in the plural. */
export const termKey = (area: TermArea, value: string): string => keys[area](value);
