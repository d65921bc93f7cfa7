import { ok } from "#kernel";
import { mayKnowCodings } from "#reviews";
import { writeQdc, writeQdpx } from "#sources";
import { readableSources } from "../../readable.ts";
import type { Download, RouteUseCase } from "../../use-case.ts";
import { knownReview } from "../known-review.ts";
import { programName, qdaCodes, qdaProject, type ReportText } from "./qda-of-review.ts";
import { seenCodings } from "./shown-coding.ts";

const file = (fileName: string, mediaType: string, bytes: Uint8Array): Download => ({
  fileName,
  mediaType,
  stream: (async function* () {
    yield bytes;
  })(),
});

/** The code tree as a REFI-QDA codebook; a review without codes has none to write, and is told so. */
export const codebookFile: RouteUseCase<"codebookFile"> = async (effects, actor, { id }) => {
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const written = writeQdc({ origin: programName, codes: qdaCodes(known.value.state), sets: [] });
  return written.ok ? ok(file(`${id}.qdc`, "application/xml", written.value.bytes)) : written;
};

/** Codes, texts and codings, as far as whoever asks may see them, as a REFI-QDA project. */
export const codingProjectFile: RouteUseCase<"codingProjectFile"> = async (effects, actor, { id }) => {
  const { catalogue } = effects.store;
  const readable = await readableSources(catalogue, actor);
  const known = await knownReview(effects, actor, id);
  if (!known.ok) return known;
  const { state, me } = known.value;
  const seen = seenCodings(state, me, readable);
  const texts: ReportText[] = [];
  for (const { record, anchor } of seen) {
    const { source, textVersion } = anchor;
    if (texts.some((one) => one.source === source && one.textVersion === textVersion)) continue;
    const text = await catalogue.documents.textOf(source, textVersion);
    if (text !== null) texts.push({ record, source, textVersion, text });
  }
  const memos = [...state.coding.memos.values()].filter(
    ({ on, by }) => by === me || on.kind !== "record" || mayKnowCodings(state, on.id, me),
  );
  const written = writeQdpx(qdaProject(state, seen, memos, texts));
  return written.ok ? ok(file(`${id}.qdpx`, "application/zip", written.value.bytes)) : written;
};
