// The parts of a review in the order of the work; each is a page of its own.

export type ReviewTab = { readonly to: string; readonly word: string };

export const reviewTabs = [
  { to: "/reviews/$id", word: "tab.overview" },
  { to: "/reviews/$id/protocol", word: "tab.protocol" },
  { to: "/reviews/$id/records", word: "tab.records" },
  { to: "/reviews/$id/screening", word: "tab.screening" },
  { to: "/reviews/$id/appraisal", word: "tab.appraisal" },
  { to: "/reviews/$id/extraction", word: "tab.extraction" },
  { to: "/reviews/$id/coding", word: "tab.coding" },
  { to: "/reviews/$id/synthesis", word: "tab.synthesis" },
  { to: "/reviews/$id/map", word: "tab.map" },
  { to: "/reviews/$id/flow", word: "tab.flow" },
  { to: "/reviews/$id/report", word: "tab.report" },
  { to: "/reviews/$id/log", word: "tab.log" },
] as const satisfies readonly ReviewTab[];
