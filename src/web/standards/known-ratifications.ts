// What is known of ratifications, state by state. The lists are partial: a state that stands in none of
// them is not known, which never means that it has not ratified.

import type { z } from "zod/mini";
import type { RatificationShape } from "#contract";

export type Ratification = z.output<typeof RatificationShape>;

export type KnownState = {
  readonly area: string;
  /** The events of all lists, as the lists state them; two lists may give two dates. */
  readonly events: readonly Ratification[];
  /** The earliest date any list gives; null where none gives one. */
  readonly earliest: string | null;
  /** A list states that the Convention was denounced later. */
  readonly denounced: boolean;
};

const dateOf = (event: Ratification): string | null => event.registered ?? event.inForce;

export function knownStates(events: readonly Ratification[]): readonly KnownState[] {
  const byArea = new Map<string, Ratification[]>();
  for (const event of events) byArea.set(event.area, [...(byArea.get(event.area) ?? []), event]);
  return [...byArea].map(([area, own]) => {
    const dates = own
      .flatMap((event) => (event.type === "denunciation" ? [] : [dateOf(event)]))
      .filter((d) => d !== null);
    return {
      area,
      events: own,
      earliest: dates.sort()[0] ?? null,
      denounced: own.some((event) => event.type === "denunciation"),
    };
  });
}
