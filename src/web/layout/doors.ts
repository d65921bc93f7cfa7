// The doors of the house, in the order of the header. `to` is the address of the area's first page.

export type Door = { readonly to: string; readonly word: string };

export const doors: readonly Door[] = [
  { to: "/countries", word: "door.countries" },
  { to: "/evidence", word: "door.evidence" },
  { to: "/reviews", word: "door.reviews" },
  { to: "/indexes", word: "door.indexes" },
  { to: "/data", word: "door.data" },
  { to: "/surveys", word: "door.surveys" },
  { to: "/standards", word: "door.standards" },
];
