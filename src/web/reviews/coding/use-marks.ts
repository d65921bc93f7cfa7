import { useMemo, useRef } from "react";
import type { CallReply, routes } from "#contract";
import type { Code } from "./code-search.ts";
import type { Mark } from "./coded-text.tsx";
import { lanesOf } from "./lanes.ts";

export type Coded = CallReply<typeof routes.codedRecord>;
export type Coding = Coded["codings"][number];

const place = ({ spans }: Coding): number => spans[0]?.[0] ?? Number.POSITIVE_INFINITY;

/** The codings in the order of the text; those whose words are no longer there come last. */
export const inTextOrder = (codings: readonly Coding[]): readonly Coding[] =>
  [...codings].sort((a, b) => place(a) - place(b) || (b.spans.at(-1)?.[1] ?? 0) - (a.spans.at(-1)?.[1] ?? 0));

/** Codings as they are drawn. A mark stays the same object as long as nothing of it changes: its page stands. */
export function useMarks(codings: readonly Coding[], codes: readonly Code[]): readonly Mark[] {
  const kept = useRef(new Map<string, { readonly as: string; readonly mark: Mark }>());
  return useMemo(() => {
    const byId = new Map(codes.map((code) => [code.id, code]));
    const lanes = lanesOf(codings);
    const next = new Map<string, { as: string; mark: Mark }>();
    for (const { id, spans, codes: carried, status } of codings) {
      const lane = lanes.get(id);
      if (lane === undefined) continue;
      const own = carried.flatMap((code) => byId.get(code) ?? []);
      const mark: Mark = {
        id,
        spans,
        lane,
        colour: own[0]?.colour ?? "",
        label: own.map(({ name }) => name).join(", "),
        isProposal: status === "proposed",
      };
      const as = JSON.stringify(mark);
      const former = kept.current.get(id);
      next.set(id, former?.as === as ? former : { as, mark });
    }
    kept.current = next;
    return [...next.values()].map(({ mark }) => mark);
  }, [codings, codes]);
}
