// Disk and database: the catalogue, files by hash and releases. Knows no rule of access.

export { restoreStore } from "./backup/restore.ts";
export { breathe } from "./catalogue/atomically.ts";
export type { QueuedDocument, RereadCounts } from "./corrections-catalogue.ts";
export type {
  ExploreFilter,
  ExploreReleases,
  ReleaseFacets,
  SeriesKey,
  ShownObservation,
} from "./explore-releases.ts";
export { type LockContent, readLock } from "./folder-lock.ts";
export {
  type FollowUpCounts,
  type FollowUpFacet,
  type FollowUpFilter,
  type FollowUpTally,
  followUpFacets,
  type ListedRecommendation,
  type OutboxMessage,
  type TallyKey,
  tallyKeys,
} from "./follow-up-catalogue.ts";
export {
  type HarvestCursor,
  type HarvestItem,
  type HarvestKind,
  harvestKinds,
} from "./harvest-catalogue.ts";
export {
  type LessonCounts,
  type LessonFacet,
  type LessonFilter,
  type LessonPlace,
  type LessonSort,
  type ListedLesson,
  lessonFacets,
  lessonSorts,
} from "./lessons-catalogue.ts";
export { microdataProblems } from "./microdata/index.ts";
export type {
  DescribedColumn,
  Microdata,
  MicrodataColumn,
  MicrodataInput,
  MicrodataSource,
  MicrodataTable,
  WrittenMicrodata,
} from "./microdata-promise.ts";
export { openStore, type StoreOptions } from "./open-store.ts";
export { storeProblems } from "./problems.ts";
export { readParquet } from "./read-parquet.ts";
export type {
  ChangeCounts,
  PreparedRecord,
  RecordFeatures,
  RegistryCatalogue,
  StandingEvaluation,
} from "./registry-catalogue.ts";
export type { ChangeFilter, ReleaseChange, ReleaseChangeCounts } from "./release-changes.ts";
export { releasesProblems, unitSums } from "./releases/index.ts";
export { mostTaken } from "./search/match-passages.ts";
export { searchTextProblem } from "./search/query-problem.ts";
export type { SavedSearch, SearchExplanation } from "./searches-catalogue.ts";
export { storableText } from "./storable-text.ts";
export type {
  Catalogue,
  EvaluationFilter,
  EvaluationList,
  Facets,
  Files,
  ObservationFilter,
  PassageHits,
  PassageQuery,
  Progress,
  Releases,
  Store,
} from "./store.ts";
export { problemOfFolder, problemOfSystem, StoreFailure } from "./store-failure.ts";
export type { StoredStudyIndex } from "./studies-catalogue.ts";
export { tables } from "./tables.ts";
