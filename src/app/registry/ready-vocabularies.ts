// The lists of terms that come with Socle. What is changed here in an installation stands on top of them.

import type { Vocabulary } from "#records";
import branch from "../../../definitions/vocabularies/branch.json" with { type: "json" };
import criterion from "../../../definitions/vocabularies/criterion.json" with { type: "json" };
import nature from "../../../definitions/vocabularies/evaluation-nature.json" with { type: "json" };
import status from "../../../definitions/vocabularies/evaluation-status.json" with { type: "json" };
import timing from "../../../definitions/vocabularies/evaluation-timing.json" with { type: "json" };
import type from "../../../definitions/vocabularies/evaluation-type.json" with { type: "json" };
import population from "../../../definitions/vocabularies/population.json" with { type: "json" };
import region from "../../../definitions/vocabularies/region.json" with { type: "json" };
import sdgTarget from "../../../definitions/vocabularies/sdg-target.json" with { type: "json" };
import theme from "../../../definitions/vocabularies/theme.json" with { type: "json" };

export const readyVocabularies: readonly Vocabulary[] = [
  type,
  timing,
  nature,
  status,
  branch,
  criterion,
  region,
  theme,
  population,
  sdgTarget,
];
