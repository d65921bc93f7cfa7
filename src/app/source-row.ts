import { permission } from "#access";
import { fail, ok, problem, type Sha256 } from "#kernel";
import { maySeeFile } from "./releases/visible-releases.ts";
import { hiddenStudyFiles } from "./surveys/visible-studies.ts";
import type { RouteUseCase } from "./use-case.ts";

/**
 * The row of a delimited source that a figure was read from, with its header: the last step of every path
 * from a number. Reads the file up to that row.
 */
export const sourceRow: RouteUseCase<"sourceRow"> = async (effects, actor, input) => {
  const { catalogue, files } = effects.store;
  const sha256 = input.sha256 as Sha256;
  const source = await catalogue.sources.byHash(sha256);
  const allowed = permission(actor, "source.read", source ? { tier: source.tier } : {});
  if (!allowed.ok) return allowed;
  const isHidden =
    !(await maySeeFile(effects, actor, sha256)) || (await hiddenStudyFiles(effects, actor)).has(sha256);
  if (!source || isHidden)
    return fail(problem("app.not-found", `There is no source file with the hash ${input.sha256}.`));
  const row = await files.row(sha256, input.row);
  return row.ok ? ok({ header: [...row.value.header], cells: [...row.value.cells], row: input.row }) : row;
};
