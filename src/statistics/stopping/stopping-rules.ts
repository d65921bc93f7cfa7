import { certifiedSample } from "./certified-sample.ts";
import { consecutiveIrrelevant } from "./consecutive-irrelevant.ts";
import { controlList } from "./control-list.ts";
import { quantileSample } from "./quantile-sample.ts";
import { rankedHypergeometric } from "./ranked-hypergeometric.ts";
import type { StoppingRule } from "./stopping-rule.ts";

/** Every rule by its name. */
export const stoppingRules = {
  certified: certifiedSample,
  "control-list": controlList,
  hypergeometric: rankedHypergeometric,
  "quantile-sample": quantileSample,
  "consecutive-irrelevant": consecutiveIrrelevant,
} as const satisfies Readonly<Record<string, StoppingRule>>;
export type StoppingRuleName = keyof typeof stoppingRules;

/** The rule with the stated promise: 95 per cent recall at 95 per cent confidence unless the review says otherwise. */
export const defaultStoppingRule = "certified" satisfies StoppingRuleName;
export const defaultStoppingAims = { target: 0.95, confidence: 0.95 } as const;
