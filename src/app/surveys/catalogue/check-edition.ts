import { failAll, ok, type Problem, type Result } from "#kernel";
import type { Actor } from "#records";
import type { Effects } from "../../effects.ts";
import type { RouteUseCase, Work } from "../../use-case.ts";
import { knownStudy } from "../visible-studies.ts";
import { type Brought, broughtFiles } from "./brought-files.ts";
import { keepEdition, superfluous } from "./keep-edition.ts";
import { type Preparation, prepareEdition } from "./prepare-edition.ts";
import { namesFor, shownEdition } from "./shown-edition.ts";
import { shownFile } from "./shown-files.ts";

/** Prepares an edition for the work, and takes away what no record speaks of afterwards. */
async function prepared<T>(
  effects: Effects,
  actor: Actor,
  input: { readonly id: string; readonly edition: unknown; readonly brought: Brought },
  work: Work | undefined,
  then: (preparation: Preparation, last: number) => Promise<Result<T>>,
): Promise<Result<T>> {
  const found = await knownStudy(effects, actor, input.id, "study.change");
  if (!found.ok) return found;
  const { stored, editions } = found.value;
  const versions = editions.map(({ edition }) => edition.version);
  const preparation = await prepareEdition(
    effects,
    {
      study: stored.record,
      versions,
      declaration: input.edition,
      find: (declared) => broughtFiles(effects, actor, stored.record, declared, input.brought),
    },
    work,
  );
  try {
    return await then(preparation, Math.max(0, ...versions));
  } finally {
    await discardAll(effects, preparation);
  }
}

/** Takes rows away that no edition speaks of. */
export async function discardAll(effects: Effects, { written }: Preparation): Promise<void> {
  for (const sha256 of written) await effects.store.files.discard(sha256).catch(() => undefined);
}

/** What an edition would be, and all that is wrong or odd with it; nothing is kept. */
export const checkEdition: RouteUseCase<"checkEdition"> = (effects, actor, input, work) =>
  prepared(effects, actor, input, work, async ({ problems, warnings, files, draft }) =>
    ok({
      problems: [...problems] as Problem[],
      warnings: [...warnings] as Problem[],
      files: files.map(({ file, findings }) =>
        shownFile(file, { facts: findings.facts, totals: [...findings.totals] }),
      ),
      variables: draft?.variables.length ?? 0,
    }),
  );

/** Keeps an edition as a draft. The same data with the same dictionary and designs as one that stands change nothing. */
export const addEdition: RouteUseCase<"addEdition"> = (effects, actor, input, work) =>
  prepared(effects, actor, input, work, async ({ problems, warnings, draft }, last) => {
    if (draft === null) return failAll(problems);
    const names = await namesFor(effects, actor);
    return effects.store.transaction(async (catalogue) => {
      await catalogue.studies.lock();
      const kept = await keepEdition(effects, actor, catalogue, draft, last);
      if (!kept.ok) return kept;
      const { standing, isNew } = kept.value;
      return ok({
        edition: shownEdition(standing, names),
        warnings: [...warnings, ...(isNew ? [] : [superfluous(standing.edition.version)])] as Problem[],
      });
    });
  });
