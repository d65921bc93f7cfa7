import { NativeSelect, SimpleGrid } from "@mantine/core";
import { useLanguage, useWords } from "../i18n.ts";
import { type Drawn, drawnChoices, drawnOf, mostDrawn } from "./drawn-rows.ts";
import { placeName } from "./names.ts";
import type { Score } from "./run-scores.ts";

type State = { readonly drawn?: Drawn | undefined; readonly place?: string | undefined };

/** Which countries of a long ranking are drawn; the choice stands in the address. */
export function DrawnChoice({
  scores,
  state,
  change,
}: {
  readonly scores: readonly Score[];
  readonly state: State;
  readonly change: (part: State) => void;
}) {
  const say = useWords("indexes");
  const language = useLanguage();
  if (scores.length <= mostDrawn) return null;
  const places = scores
    .filter(({ rank }) => rank !== null)
    .map(({ area }) => ({ value: area, label: placeName(area, language) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} className="run-choice" data-print="hide">
      <NativeSelect
        label={say("drawn.label")}
        value={drawnOf(state, scores)}
        onChange={(event) => {
          const drawn = drawnChoices.find((one) => one === event.currentTarget.value);
          change({
            drawn: drawn === "top" && !state.place ? undefined : drawn,
            ...(drawn === "around" && !state.place && { place: places[0]?.value }),
          });
        }}
        data={drawnChoices.map((one) => ({
          value: one,
          label: say(`drawn.${one}`, { count: scores.length }),
        }))}
      />
      <NativeSelect
        label={say("drawn.place")}
        value={state.place ?? ""}
        onChange={(event) => {
          const place = event.currentTarget.value || undefined;
          change({ place, drawn: undefined });
        }}
        data={[{ value: "", label: "–" }, ...places]}
      />
    </SimpleGrid>
  );
}
