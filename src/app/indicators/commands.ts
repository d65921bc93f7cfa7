// Indicators and choices of values at the command line: the routes of the pages, for the operator.

import { z } from "zod";
import { routes } from "#contract";
import type { Actor } from "#records";
import type { Effects } from "../effects.ts";
import type { Work } from "../use-case.ts";
import { addIndicators } from "./change-indicators.ts";
import { makeSelection, overrideSelection } from "./make-selection.ts";
import { indicator, indicatorData, listIndicators } from "./read-indicators.ts";
import { listSelections, selection, selectionCell } from "./read-selections.ts";

const OfVersion = z.object({ id: z.string(), version: z.int().optional() });

export const indicatorCommands = {
  "indicators-list": {
    args: z.object({}),
    run: async (effects: Effects, actor: Actor) => {
      const listed = await listIndicators(effects, actor, {});
      if (!listed.ok) return listed;
      const data = await indicatorData(effects, actor, {});
      if (!data.ok) return data;
      const held = new Map(data.value.map((one) => [one.indicator, one]));
      return {
        ok: true as const,
        value: listed.value.map((one) => ({ ...one, data: held.get(one.id) ?? null })),
      };
    },
  },
  "indicators-show": {
    args: z.object({ id: z.string() }),
    run: (effects: Effects, actor: Actor, args: { readonly id: string }) => indicator(effects, actor, args),
  },
  "indicators-add": {
    args: routes.addIndicators.body as z.ZodType<Parameters<typeof addIndicators>[2]>,
    run: (effects: Effects, actor: Actor, args: Parameters<typeof addIndicators>[2]) =>
      addIndicators(effects, actor, args),
  },
  "selection-list": {
    args: z.object({}),
    run: (effects: Effects, actor: Actor) => listSelections(effects, actor, {}),
  },
  "selection-make": {
    args: routes.makeSelection.body as z.ZodType<Parameters<typeof makeSelection>[2]>,
    run: (effects: Effects, actor: Actor, args: Parameters<typeof makeSelection>[2], work: Work) =>
      makeSelection(effects, actor, args, work),
  },
  "selection-show": {
    args: OfVersion,
    run: (effects: Effects, actor: Actor, { id, version }: z.output<typeof OfVersion>) =>
      selection(effects, actor, { id, ...(version !== undefined && { version }) }),
  },
  "selection-cell": {
    args: z.object({ id: z.string() }).extend((routes.selectionCell.query as z.ZodObject).shape),
    run: (effects: Effects, actor: Actor, args: unknown) =>
      selectionCell(effects, actor, args as Parameters<typeof selectionCell>[2]),
  },
  "selection-override": {
    args: z.object({ id: z.string() }).extend((routes.overrideSelection.body as z.ZodObject).shape),
    run: (effects: Effects, actor: Actor, args: unknown, work: Work) =>
      overrideSelection(effects, actor, args as Parameters<typeof overrideSelection>[2], work),
  },
} as const;
