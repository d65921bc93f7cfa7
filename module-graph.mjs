// Who may import whom. The import rules are generated from this table, `docs/architecture.md` is held
// to it by a test. A module is entered by its `index.ts` only.

/** @type {Readonly<Record<string, readonly string[]>>} module → modules it may import */
export const moduleGraph = {
  kernel: [],
  records: ["kernel"],
  statistics: ["kernel"],
  documents: ["kernel"],
  sources: ["kernel", "records", "documents"],
  securities: ["kernel", "records", "statistics"],
  oversight: ["kernel", "records", "statistics"],
  reviews: ["kernel", "records", "statistics"],
  access: ["kernel", "records"],
  contract: ["kernel", "records"],
  store: ["kernel", "records"],
  app: [
    "kernel",
    "records",
    "statistics",
    "documents",
    "sources",
    "securities",
    "oversight",
    "reviews",
    "access",
    "contract",
    "store",
  ],
  api: ["app", "contract", "store", "records", "kernel"],
  cli: ["app", "contract", "store", "records", "kernel"],
  web: ["contract", "records", "kernel", "statistics", "securities", "oversight"],
};

/** Modules that compute and never touch the world: no `node:` module, no clock, no chance, no network. */
export const pureModules = [
  "kernel",
  "records",
  "statistics",
  "documents",
  "sources",
  "securities",
  "oversight",
  "reviews",
  "access",
  "contract",
];

/** Modules whose folders do not know each other. */
export const strangerFolders = ["sources"];

/** Modules that use no package at all. */
export const packageFreeModules = ["statistics"];
