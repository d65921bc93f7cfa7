import { permission } from "#access";
import { type CodePoints, codePointsOf, fail, ok, problem, type Result, type Sha256 } from "#kernel";
import type { Actor, Anchor } from "#records";
import { countedFor, groupOf, type ReviewState } from "#reviews";
import type { Catalogue } from "#store";

/** Texts looked at within one transaction: an import anchors hundreds of places in the same one. */
const texts = new WeakMap<Catalogue, Map<string, CodePoints | null>>();

async function pointsOf(catalogue: Catalogue, source: Sha256, version: number): Promise<CodePoints | null> {
  const known = texts.get(catalogue) ?? new Map<string, CodePoints | null>();
  texts.set(catalogue, known);
  const key = `${source} ${version}`;
  const held = known.get(key);
  if (held !== undefined) return held;
  const text = await catalogue.documents.textOf(source, version);
  const points = text === null ? null : codePointsOf(text);
  known.set(key, points);
  return points;
}

/** The reports held for a record or its duplicates: the one it names, then those of its evaluation. */
export async function heldDocuments(
  catalogue: Catalogue,
  state: ReviewState,
  record: string,
): Promise<readonly Sha256[]> {
  const records = groupOf(state, countedFor(state, record)).flatMap((id) => state.records.byId.get(id) ?? []);
  const named = records.flatMap(({ record: { document } }) => (document === null ? [] : [document]));
  const evaluations = records.flatMap(({ record: { evaluation } }) =>
    evaluation === null ? [] : [evaluation],
  );
  const found = new Set(named);
  for (const evaluation of evaluations)
    for (const source of await catalogue.documents.ofEvaluation(evaluation)) found.add(source);
  return [...found];
}

/**
 * The anchor as it is kept: its text is one of a report of its record that the actor may read, its spans lie
 * in it in their order, and its quote is what stands there, whatever was sent.
 */
export async function checkedAnchor(
  catalogue: Catalogue,
  actor: Actor,
  state: ReviewState,
  anchor: Anchor,
): Promise<Result<Anchor>> {
  const unfit = (message: string) =>
    fail(
      problem(
        "reviews.anchor-unfit",
        `${message} Open the report anew and mark the place again. Nothing was recorded.`,
        { field: "anchor" },
      ),
    );
  const { source, textVersion, spans, record } = anchor;
  if (record !== null && !(await heldDocuments(catalogue, state, record)).includes(source))
    return unfit(`The file ${source.slice(0, 12)}… is not the report of ${record}.`);
  const file = await catalogue.sources.byHash(source);
  const readable = permission(actor, "document.read", file ? { tier: file.tier } : {});
  if (!readable.ok) return readable;
  const points = await pointsOf(catalogue, source, textVersion);
  if (points === null) return unfit(`Text ${textVersion} of this report is not held.`);
  let end = 0;
  for (const [from, to] of spans) {
    if (from < end || to <= from || to > points.length)
      return unfit(
        `The span ${from} to ${to} is empty, out of its order, or beyond the ${points.length} code points of the text.`,
      );
    end = to;
  }
  return ok({ ...anchor, quote: spans.map(([from, to]) => points.slice(from, to)).join(" ") });
}
