// For each route one call that its shapes accept, so that a refusal can only come from the access policy.

import type { RouteName } from "#contract";

export type SampleCall = {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
};

export const sampleParams: Readonly<Record<string, string>> = {
  id: "sample",
  area: "KEN",
  series: "sample",
  sha256: "0".repeat(64),
  row: "1",
  name: "releases-list",
  part: "pages.xml",
};

const upload = { query: { name: "sample.csv" } };
const token = "t".repeat(43);

const ofStage = { query: { stage: "title-abstract" } } as const;
const ofMap = { rows: "region", columns: "branch" } as const;

/** Routes that need nothing beyond their path are absent. */
export const sampleCalls: { readonly [K in RouteName]?: SampleCall } = {
  listObservations: { query: { release: "sample" } },
  releaseChanges: { query: { from: "sample" } },
  downloadReleaseChanges: { query: { from: "sample" } },
  answerFinding: { body: { rule: "range", note: "Confirmed by the office." } },
  publishRelease: { body: {} },
  holdRelease: { body: { reason: "A fault" } },
  discardRelease: { body: { reason: "A fault" } },
  withdrawRelease: { body: { reason: "A fault" } },
  compareCountries: { query: { area: "KEN" } },
  countryDrivers: { query: { run: "sample" } },
  downloadRelease: { query: { format: "csv" } },
  downloadRun: { query: { format: "csv" } },
  addClassification: {
    body: {
      ...{ attribute: "income-group", source: "Sample", year: 2020, version: "1" },
      table: "area,group\nKEN,low\n",
    },
  },
  compareRuns: { query: { from: "sample", to: "sample" } },
  downloadComparison: { query: { format: "csv", from: "sample", to: "sample" } },
  trace: { query: { id: "sample" } },
  downloadEvaluations: { query: { format: "json" } },
  downloadPassages: { query: { format: "json" } },
  citation: { query: { kind: "evaluation", id: "sample" } },
  downloadCitation: { query: { kind: "evaluation", id: "sample", format: "ris" } },
  oai: { query: { verb: "Identify" } },
  oaiForm: { query: { verb: "Identify" } },
  editLesson: { body: { version: 1, set: { nature: "managerial" } } },
  saveSearch: { body: { name: "Sample", room: "passages", state: { q: "sample" } } },
  signIn: { body: { email: "nobody@example.org", password: "not the password" } },
  readLink: { body: { token } },
  useLink: { body: { token, password: "a password long enough" } },
  createAccount: { body: { name: "Sample", email: "sample@example.org", role: "member" } },
  changeAccount: { body: { role: "member" } },
  editEvaluations: { body: { records: [{ id: "a" }], set: { year: 2000 }, title: "Sample" } },
  undoChange: { body: {} },
  changeVocabulary: { body: { version: 1, title: { en: "Sample" }, terms: [] } },
  decideDuplicates: { body: { members: ["a", "b"], verdict: "different" } },
  openTable: upload,
  proposeMapping: { body: { source: "Sample" } },
  previewTable: { body: { mapping: {} } },
  importTable: { body: { mapping: {} } },
  importReport: upload,
  importEvaluations: upload,
  beginReadingJob: { body: {} },
  addReadingFile: { query: { name: "sample.txt" } },
  changeReadingJob: { body: { to: "stop" } },
  rereadDocuments: { body: {} },
  makeRecord: { body: { fields: [] } },
  tieReport: { body: { evaluation: "sample" } },
  correctDocument: { body: { act: "undo", number: 1, textVersion: 1 } },
  importObservations: { query: { name: "sample.csv", series: "sample" } },
  importRatifications: upload,
  createRun: { body: { release: "sample" } },
  createReview: { body: { title: "Sample" } },
  actOnReview: { body: { acts: [{ key: "sample-key", act: { kind: "review.renamed", title: "a" } }] } },
  addFromRegistry: { body: {} },
  importReviewRecords: { query: { name: "sample.ris" } },
  importAppraisal: { query: { name: "sample.csv" } },
  importExtraction: { query: { name: "sample.csv" } },
  importCoding: { query: { name: "sample.qdpx" } },
  screeningQueue: ofStage,
  ownDecisions: ofStage,
  whyRanked: ofStage,
  screeningConflicts: ofStage,
  screeningProgress: ofStage,
  screeningAgreement: ofStage,
  downloadReviewReport: { query: { format: "docx" } },
  downloadReviewFlow: { query: { format: "csv" } },
  downloadReviewMap: { query: { ...ofMap, format: "csv" } },
  mapCell: { query: { ...ofMap, row: "africa", column: "maternity" } },
  publishReviewReport: { body: { languages: ["en"] } },
  compareReviewEditions: { query: { from: "1", to: "2" } },
  createAdvice: { body: {} },
  correctAdvice: { body: { kind: "apart", recommendations: ["a", "b"] } },
  setReminders: { body: { language: "en", wanted: true } },
  sendReminders: { body: {} },
  draftRecommendations: { body: { passages: ["a"] } },
  describeRecommendation: { body: {} },
  issueRecommendation: { body: { steps: [{ data: { kind: "issued" } }] } },
  respondToRecommendation: { body: { steps: [{ data: { kind: "cancelled", reason: "a" } }] } },
  reportProgress: { body: { steps: [{ data: { kind: "commented", text: "a" } }] } },
  attachEvidence: { query: { name: "sample.pdf", action: "1" } },
  verifyAction: { body: { steps: [{ action: "1", data: { kind: "verified", note: null } }] } },
  proposeResponses: upload,
  confirmResponses: {
    body: {
      proposals: [
        {
          recommendation: "a",
          number: null,
          text: "a",
          unit: null,
          basis: "id",
          row: null,
          steps: [],
          remarks: [],
        },
      ],
    },
  },
  indicatorSeries: { query: { area: "KEN" } },
  addIndicators: { body: { indicators: [], reason: "Sample" } },
  selectionCell: { query: { indicator: "a", area: "KEN", year: "2015" } },
  makeSelection: { body: { rule: {}, releases: ["sample"] } },
  overrideSelection: {
    body: {
      version: 1,
      overrides: [{ indicator: "a", area: "KEN", year: 2015, sex: "T", take: "none", reason: "Sample" }],
    },
  },
  verify: { body: {} },
  command: { body: {} },
};
