// Shapes of the comparison of two runs.

import { z } from "zod";
import { IndexRunSummaryShape } from "./shapes-numbers.ts";
import { LocalisedShape } from "./shapes-shared.ts";

const causes = ["values", "choice", "areas", "definition", "rules", "period"] as const;
/** What can be divided further, on request. */
export const dividedCauseWords = ["values", "definition"] as const;

const Places = z.array(z.number());

export const ComparedStandingShape = z
  .object({
    score: z.number(),
    rank: z.int(),
    rankLow: z.int().nullable().meta({ description: "95 % interval of the rank; null where none was made." }),
    rankHigh: z.int().nullable(),
  })
  .meta({ id: "ComparedStanding" });

export const AreaChangeShape = z
  .object({
    area: z.string(),
    state: z.enum(["both", "entered", "left", "gained-rank", "lost-rank", "unranked"]),
    from: ComparedStandingShape.nullable(),
    to: ComparedStandingShape.nullable(),
    places: Places.meta({
      description: "Places gained by cause; they sum to the rank before less the rank after.",
    }),
    scores: Places.meta({
      description: "Change of the score by cause; they sum to the change of the score.",
    }),
    parts: Places.meta({ description: "Places by part of the divided cause; they sum to its share." }),
    withoutRank: z.int().meta({
      description: "Mixtures of the two runs in which the area had no rank and counted as half way.",
    }),
  })
  .meta({ id: "AreaChange" });

export const RunComparisonShape = z
  .object({
    from: IndexRunSummaryShape,
    to: IndexRunSummaryShape,
    periods: z.tuple([z.string().nullable(), z.string().nullable()]),
    nodes: z.tuple([z.string(), z.string()]),
    choices: z.object({
      periodsFrom: z.array(z.string().nullable()),
      periodsTo: z.array(z.string().nullable()),
      nodes: z.array(z.string()).meta({ description: "Parts of the index that both definitions have." }),
    }),
    names: z
      .record(z.string(), LocalisedShape)
      .meta({ description: "Names of indicators and parts, where the definitions give them." }),
    causes: z.array(
      z.object({
        cause: z.enum(causes),
        places: z.number().meta({ description: "Places it moved areas by, summed over all." }),
        largestFor: z.int().meta({ description: "Areas whose largest share it is." }),
      }),
    ),
    changes: z.object({
      values: z.array(z.object({ series: z.string(), new: z.int(), changed: z.int(), withdrawn: z.int() })),
      entered: z.array(z.string()),
      left: z.array(z.string()),
      definition: z.array(z.string()),
      indicatorsAdded: z.array(z.string()),
      indicatorsRemoved: z.array(z.string()),
      rules: z.boolean(),
      chosenOtherwise: z.int(),
    }),
    divided: z
      .object({
        cause: z.enum(dividedCauseWords),
        parts: z.array(z.string()),
        places: Places,
        drawn: z.object({ orders: z.int(), largestError: z.number() }).nullable(),
      })
      .nullable(),
    areas: z.array(AreaChangeShape),
    mixtures: z.int(),
    failed: z.array(z.object({ causes: z.array(z.enum(causes)), why: z.string() })),
  })
  .meta({ id: "RunComparison" });
