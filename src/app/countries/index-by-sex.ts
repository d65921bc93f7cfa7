import { permission } from "#access";
import { fail, ok, problem, type Result } from "#kernel";
import type { Actor, Release, StoredIndexDefinition } from "#records";
import { type IndexDefinition, readIndexDefinition } from "#securities";
import type { Effects } from "../effects.ts";
import { readyIndexDefinitions } from "../ready-definitions.ts";
import { releasesWithValues } from "../releases/visible-releases.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";
import { computedBySex, shownBySex } from "./computed-by-sex.ts";
import { indicatorsOfOneSex } from "./inputs-by-sex.ts";

type BySex = RouteReply<"indexBySex">;

/**
 * An index for women and for men: both are laid on one scale, as if each country had two rows, so that the
 * score of women in one country can be held against that of men in another. What has no breakdown, such as
 * a law, counts the same for both; an indicator that the release has by sex for others and not here is
 * missing here, never taken from both sexes together.
 *
 * Computed when first asked for, from the newest readable release that has an indicator of the definition by sex and
 * gives one figure for each cell.
 */
export const indexBySex: RouteUseCase<"indexBySex"> = async (effects, actor, input) => {
  const allowed = permission(actor, "country.read");
  if (!allowed.ok) return allowed;
  const found = await definitionOf(effects, input.id);
  if (!found.ok) return found;
  const definition = found.value;
  const about = {
    id: definition.id,
    version: definition.version,
    title: definition.title,
    reconstruction: definition.reconstruction,
    evidence: definition.evidence,
  };
  const leftOut = definition.nodes
    .filter(({ id }) => indicatorsOfOneSex.has(id))
    .map(({ id, title }) => ({ indicator: id, title }));
  const empty: BySex = {
    definition: about,
    release: null,
    period: null,
    periods: [],
    bySex: [],
    shared: [],
    leftOut,
    scores: [],
    steps: [],
  };
  let refused: Result<never> | null = null;
  for (const release of await candidates(effects, actor, input.release)) {
    const computed = await computedBySex(effects.store, release.id, definition);
    if (!computed.ok) {
      // A newer table that the index cannot be computed from must not take the page away from an older one.
      refused ??= computed;
      continue;
    }
    const { inputs, run } = computed.value;
    if (run === null) continue;
    const { id, title, origin, licence, createdAt } = release;
    return ok({
      definition: about,
      release: { id, title, origin, licence, createdAt },
      bySex: [...inputs.bySex],
      shared: [...inputs.shared],
      leftOut,
      ...shownBySex(computed.value, run, input.period, input.area),
    });
  }
  return refused ?? ok(empty);
};

/** The newest stored version of a definition, else the one that comes with Socle. */
async function definitionOf(effects: Effects, id: string): Promise<Result<IndexDefinition>> {
  const stored: StoredIndexDefinition | null = await effects.store.catalogue.indexes.definition(id, null);
  const ready = Object.values(readyIndexDefinitions).find((one) => (one as { id?: string }).id === id);
  const json = stored?.definition ?? ready;
  if (json === undefined)
    return fail(
      problem(
        "app.not-found",
        `There is no index definition "${id}". Look it up in the list of definitions.`,
        { field: "id" },
      ),
    );
  return readIndexDefinition(json);
}

/** Readable releases of observations, newest first; the one asked for alone where one is. */
async function candidates(
  effects: Effects,
  actor: Actor,
  asked: string | undefined,
): Promise<readonly Release[]> {
  const all = await releasesWithValues(effects, actor, { kind: "observations" });
  return all
    .filter(({ id }) => asked === undefined || id === asked)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}
