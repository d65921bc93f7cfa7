import { permission } from "#access";
import { type Language, ok, type Sha256 } from "#kernel";
import { type ReviewState, reportDocument, reportNumbers, sayIn } from "#reviews";
import { canonicalJson, sha256Of } from "../../canonical-json.ts";
import type { RouteUseCase } from "../../use-case.ts";
import { reviewToActIn } from "../known-review.ts";
import { randomKey } from "../random-key.ts";
import { recordActs } from "../record-acts.ts";
import { chainBegin, logHash } from "./log-chain.ts";

/** Hash of the document an edition has in a language. */
export const documentHash = (state: ReviewState, language: Language, edition: number): Sha256 =>
  sha256Of(canonicalJson(reportDocument(state, sayIn(language), edition)));

/**
 * Freezes the numbers the log gives now. Nothing of it is taken from whoever asks but the languages and the
 * note; a sentence without a passage or a flow that does not add up refuses it.
 */
export const publishReviewReport: RouteUseCase<"publishReviewReport"> = async (
  effects,
  actor,
  { id, languages, note },
) => {
  const allowed = permission(actor, "review.act");
  if (!allowed.ok) return allowed;
  const known = await reviewToActIn(effects, actor, id);
  if (!known.ok) return known;
  let log = chainBegin(id);
  let edition = 0;
  const done = await recordActs(
    effects,
    actor,
    id,
    (state) => {
      edition = state.report.editions.length + 1;
      return [
        {
          key: randomKey(effects),
          act: {
            kind: "report.published",
            edition,
            languages: [...new Set(languages)],
            event: state.last,
            log,
            numbers: reportNumbers(state),
            documents: [...new Set(languages)].map((language) => ({
              language,
              sha256: documentHash(state, language, edition),
            })),
            codeVersion: effects.codeVersion,
            note: note === "" ? null : note,
          },
        },
      ];
    },
    {
      together: true,
      before: async (catalogue) => {
        log = await logHash(catalogue, id);
      },
    },
  );
  return done.ok ? ok({ edition }) : done;
};
