// The parts of a review in the order of the work; each is a page of its own.

export type ReviewTab = { readonly to: string; readonly word: string };

export const reviewTabs = [
  { to: "/reviews/$id", word: "tab.overview" },
  { to: "/reviews/$id/protocol", word: "tab.protocol" },
  { to: "/reviews/$id/records", word: "tab.records" },
  { to: "/reviews/$id/screening", word: "tab.screening" },
  { to: "/reviews/$id/flow", word: "tab.flow" },
  { to: "/reviews/$id/log", word: "tab.log" },
] as const satisfies readonly ReviewTab[];
