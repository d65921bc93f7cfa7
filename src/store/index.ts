// Disk and database: the catalogue, files by hash and releases. Knows no rule of access.

export type {
  Catalogue,
  EvaluationFilter,
  Facets,
  Files,
  ObservationFilter,
  PassageHits,
  PassageQuery,
  Progress,
  Releases,
  Store,
} from "./store.ts";
