import { ok, type Result } from "#kernel";
import type { Actor, TraceNode } from "#records";
import type { Effects } from "../effects.ts";
import { knownStudy, type StandingEdition } from "./visible-studies.ts";

type Step = (id: string, kind: TraceNode["kind"], label: string, rest: Partial<TraceNode>) => TraceNode;
type SourceOf = (sha256: string) => Promise<Result<TraceNode>>;

export const studyId = (study: string): string => `study:${encodeURIComponent(study)}`;
export const editionId = (study: string, version: number): string =>
  `edition:${encodeURIComponent(study)}/${version}`;

/** The sources among those named that the asker may see. */
async function seen(sourceOf: SourceOf, hashes: readonly string[]): Promise<readonly TraceNode[]> {
  const found: TraceNode[] = [];
  for (const sha256 of new Set(hashes)) {
    const source = await sourceOf(sha256);
    if (source.ok) found.push(source.value);
  }
  return found;
}

/**
 * The path from a study, or from an edition of its data, to the files it stands on: questionnaires, rows as they came,
 * and the edition it was made from. Rows that the asker may not see are not named.
 *
 * @param version of the data; `null`: the study itself
 * @returns null for what does not exist or is hidden
 */
export async function traceStudy(
  effects: Effects,
  actor: Actor,
  id: string,
  version: number | null,
  { node, sourceOf }: { readonly node: Step; readonly sourceOf: SourceOf },
): Promise<Result<TraceNode | null>> {
  const found = await knownStudy(effects, actor, id);
  if (!found.ok) return found.problems[0]?.code === "app.not-found" ? ok(null) : found;
  const { stored, editions } = found.value;
  const { title, origin, questionnaires } = stored.record;
  const study = async () =>
    node(studyId(id), "study", title.en, {
      value: origin,
      inputs: await seen(
        sourceOf,
        questionnaires.map(({ sha256 }) => sha256),
      ),
    });
  if (version === null) return ok(await study());
  const follow = async ({ edition, state }: StandingEdition): Promise<TraceNode> => {
    // Only earlier ones, so that no declaration leads in a circle.
    const from = editions.find(
      (one) => one.edition.version === edition.from && one.edition.version < edition.version,
    );
    return node(
      editionId(id, edition.version),
      "edition",
      `${title.en}, version ${edition.version} of the data${state === "published" ? "" : ` (${state})`}`,
      {
        value: edition.checksum,
        inputs: [
          ...(from === undefined ? [await study()] : [await follow(from)]),
          ...(await seen(
            sourceOf,
            edition.files.map(({ source }) => source),
          )),
        ],
      },
    );
  };
  const standing = editions.find(({ edition }) => edition.version === version);
  return ok(standing === undefined ? null : await follow(standing));
}
