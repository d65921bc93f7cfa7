import { createReadStream } from "node:fs";
import { permission } from "#access";
import { fail, ok, problem, type Sha256 } from "#kernel";
import { mediaTypeOf } from "../../kept-source.ts";
import type { RouteUseCase } from "../../use-case.ts";
import { knownStudy } from "../visible-studies.ts";

/** A questionnaire of a study, byte for byte. */
export const downloadQuestionnaire: RouteUseCase<"downloadQuestionnaire"> = async (effects, actor, input) => {
  const found = await knownStudy(effects, actor, input.id);
  if (!found.ok) return found;
  const sha256 = input.sha256 as Sha256;
  const named = found.value.stored.record.questionnaires.find((one) => one.sha256 === sha256);
  const { catalogue, files } = effects.store;
  const source = named && (await catalogue.sources.byHash(sha256));
  const path = source ? await files.path(sha256) : null;
  if (named === undefined || !source || path === null)
    return fail(
      problem(
        "app.not-found",
        `${input.id} has no questionnaire ${input.sha256.slice(0, 12)}…. Its page names those it has.`,
      ),
    );
  // The same bytes may have come as rows, which are kept: what hands them out asks like every other address.
  const allowed = permission(actor, "source.read", { tier: source.tier });
  if (!allowed.ok) return allowed;
  return ok({
    fileName: named.name,
    mediaType: mediaTypeOf(named.name),
    stream: createReadStream(path) as AsyncIterable<Uint8Array>,
  });
};
