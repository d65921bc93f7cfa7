// The definitions that come with Socle: the indicator catalogue and nine index definitions, eight of them
// reconstructions and called so, the one for old age a proposal of this project.

import { type IndicatorCatalogue, readIndicatorCatalogue } from "#securities";
import composite from "../../definitions/indexes/composite.json" with { type: "json" };
import employment from "../../definitions/indexes/employment.json" with { type: "json" };
import income from "../../definitions/indexes/income.json" with { type: "json" };
import job from "../../definitions/indexes/job.json" with { type: "json" };
import labourMarket from "../../definitions/indexes/labour-market.json" with { type: "json" };
import oldAge from "../../definitions/indexes/old-age.json" with { type: "json" };
import representation from "../../definitions/indexes/representation.json" with { type: "json" };
import skillReproduction from "../../definitions/indexes/skill-reproduction.json" with { type: "json" };
import work from "../../definitions/indexes/work.json" with { type: "json" };
import indicators from "../../definitions/indicators.json" with { type: "json" };

const catalogue = readIndicatorCatalogue(indicators);
if (!catalogue.ok) throw new Error(`definitions/indicators.json: ${catalogue.problems[0]!.message}`);

/** The indicators that come with Socle. */
export const indicatorCatalogue: IndicatorCatalogue = catalogue.value;

/** Index definitions by file name, as parsed JSON, for `readIndexDefinition`. */
export const readyIndexDefinitions: Readonly<Record<string, unknown>> = {
  "labour-market.json": labourMarket,
  "employment.json": employment,
  "job.json": job,
  "work.json": work,
  "skill-reproduction.json": skillReproduction,
  "income.json": income,
  "representation.json": representation,
  "composite.json": composite,
  "old-age.json": oldAge,
};
