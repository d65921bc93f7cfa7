import { fail, failAll, ok, type Problem, problem, type Result, type Sha256 } from "#kernel";
import { operator, type ReviewAct, type ReviewRecord } from "#records";
import { readReferences } from "#sources";
import { auditEntry } from "../../audit-entry.ts";
import type { Effects } from "../../effects.ts";
import { readyForms, readyInstruments } from "../appraisal/ready-instruments.ts";
import { heldText } from "../coding/held-text.ts";
import { recordActs } from "../record-acts.ts";
import { type NewRecord, recordOfEvaluation, recordOfReference } from "../records/record-of-reference.ts";
import { appraisal, coding, extraction, type Finder, prose, synthesis } from "./acts-of-evidence.ts";
import { amended, beginning, noted, type Played, screening } from "./acts-of-reading.ts";
import { findPlace, type ReadReport } from "./find-place.ts";
import type { InventedReview } from "./invented-review.ts";

export type InventedReferences = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly sha256: Sha256;
};

/**
 * Plays a whole review over the invented reports, published, in one step or not at all. The people in it have
 * no accounts: nobody can sign in as one of them.
 *
 * @param references the file of references that one of its searches brought; kept before
 * @returns what is missing, such as a sentence that no report has (any more)
 */
export async function enterInventedReview(
  effects: Effects,
  review: InventedReview,
  references: InventedReferences,
): Promise<Result<null>> {
  const { id, title, language, protocol } = review;
  const instrument = readyInstruments.find((one) => one.id === protocol.appraisal?.instrument);
  const form = readyForms.find((one) => one.id === protocol.extraction?.form);
  if (!instrument || !form)
    return unfit(`The review ${id} names an instrument or a form that does not come with Socle.`);
  const found = await foundRecords(effects, review, references);
  if (!found.ok) return found;
  const { records, searches, reports } = found.value;

  const missing: Problem[] = [];
  const find: Finder = (record, place) => {
    if ("typed" in place) return { anchor: null, typed: { text: place.typed, page: place.page } };
    const report = reports.get(record);
    const anchor = report ? findPlace(report, place.words) : null;
    if (!anchor)
      missing.push(
        problem(
          "app.demonstration-unfit",
          `The review ${id} cites "${place.words}" from ${record}, and ${report ? "its report does not say so" : "no report is held of it"}. The demonstration collection is out of step with itself.`,
        ),
      );
    return { anchor, typed: null };
  };
  const acts: readonly Played[] = [
    ...beginning(review, records, searches),
    ...screening(review, "title-abstract", 1),
    ...noted(review),
    ...amended(review),
    ...screening(review, "full-text", 2),
    ...appraisal(review, instrument, find),
    ...extraction(review, form, find),
    ...coding(review, find),
    ...synthesis(review, find),
    ...prose(review),
  ];
  if (missing.length > 0) return failAll(missing);

  const at = effects.now();
  await effects.store.transaction(async (catalogue) => {
    const added = await catalogue.reviews.add({
      id,
      title,
      language,
      origin: "invented",
      createdAt: at,
      createdBy: operator.id,
      publishedAt: at,
    });
    // A process killed after this begins here again.
    if (added) await catalogue.audit.append(auditEntry(effects, operator, "review.begin", `review:${id}`));
    return ok(null);
  });
  const done = await recordActs(
    effects,
    operator,
    id,
    acts.map(({ act }, n) => ({ key: `${id}-${n}`, act })),
    {
      together: true,
      onPaper: true,
      by: (key) => {
        const by = acts[Number(key.slice(id.length + 1))]?.by ?? operator.id;
        return by === operator.id ? by : `invented-${by}`;
      },
    },
  );
  return done.ok ? ok(null) : done;
}

const unfit = (message: string) => fail(problem("app.demonstration-unfit", message));

/** The records of both searches, and the report of each that has one. */
async function foundRecords(
  effects: Effects,
  { id, registry, library }: InventedReview,
  references: InventedReferences,
): Promise<
  Result<{
    readonly records: readonly ReviewRecord[];
    readonly searches: readonly ReviewAct[];
    readonly reports: ReadonlyMap<string, ReadReport>;
  }>
> {
  const { catalogue } = effects.store;
  const records: ReviewRecord[] = [];
  const reports = new Map<string, ReadReport>();
  const add = (search: string, record: NewRecord): string => {
    const name = `R${records.length + 1}`;
    records.push({ ...record, id: name, search });
    return name;
  };
  for (const name of registry.evaluations) {
    const evaluation = await catalogue.evaluations.byId(name);
    if (!evaluation)
      return unfit(`The registry has no evaluation "${name}", which the review ${id} is about.`);
    const [source] = await catalogue.documents.ofEvaluation(name);
    const held = source && (await heldText(catalogue, source));
    if (!held) return unfit(`The report of "${name}", which the review ${id} cites, has not been read.`);
    const record = add(registry.id, recordOfEvaluation(evaluation, source));
    reports.set(record, { ...held, record, passages: await catalogue.passages.ofDocument(source) });
  }
  const read = await readReferences(references.bytes, references.name);
  if (!read.ok) return read;
  for (const one of read.value.records) add(library.id, recordOfReference(one, references.name));
  const { evaluations, ...asked } = registry;
  const { file: _, ...sought } = library;
  const date = effects.now().slice(0, 10);
  const file = { sha256: references.sha256, name: references.name, format: read.value.format };
  const searches: readonly ReviewAct[] = [
    {
      kind: "search.run",
      search: {
        ...asked,
        kind: "registry",
        fields: null,
        date,
        hits: evaluations.length,
        file: null,
        note: null,
      },
    },
    {
      kind: "search.run",
      search: {
        ...sought,
        kind: "database",
        fields: "title, abstract",
        date,
        hits: read.value.records.length,
        file,
        note: null,
      },
    },
  ];
  return ok({ records, searches, reports });
}
