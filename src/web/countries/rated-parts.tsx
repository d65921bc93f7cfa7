import { NativeSelect } from "@mantine/core";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import { CoverageFigure } from "./coverage-figure.tsx";
import { DriversFigure } from "./drivers-figure.tsx";
import { FormsFigure } from "./forms-figure.tsx";
import { OverTimeFigure } from "./over-time-figure.tsx";
import {
  type ComparedIndex,
  type Comparison,
  inFormOrder,
  type Profile,
  rootOf,
  type SetName,
  setAt,
} from "./placed-scores.ts";
import { SetChoice, type SetState, setNameOf } from "./set-choice.tsx";
import { usePlaceText } from "./use-place-text.ts";

type View = "chart" | "table" | undefined;
type State = SetState & {
  readonly index?: string | undefined;
  readonly view?: View;
  readonly time?: View;
  readonly drivers?: View;
  readonly coverage?: View;
};

/** What indexes say of a country: its forms beside a set, over the years, and what drives one of them. */
export function RatedParts({
  profile,
  comparison,
  indexes,
  name,
  state,
  change,
}: {
  profile: Profile;
  comparison: Comparison;
  indexes: readonly ComparedIndex[];
  name: string;
  state: State;
  change: (part: State) => void;
}) {
  const say = useWords("countries");
  const sayChart = useWords("charts");
  const setText = useSetText();
  const set = setNameOf(state, comparison);
  const region = comparison.areas[0]?.region ?? null;
  const setName = setText(set, region);
  const group = set === "region" ? region : null;
  const isSimulated = indexes.some(({ origin }) => origin === "simulated");
  const isReconstruction = indexes.some(({ reconstruction }) => reconstruction);
  const asView = (view: "chart" | "table"): View => (view === "chart" ? undefined : view);
  return (
    <>
      <Section title={say("ratings.heading")}>
        {isSimulated || isReconstruction ? (
          <p className="fact-notice">
            {isSimulated ? `${sayChart("notice.simulated")} ` : ""}
            {isReconstruction ? sayChart("reconstruction.notice") : ""}
          </p>
        ) : null}
        <SetChoice comparison={comparison} state={state} change={change} />
        <FormsFigure
          code={profile.area}
          name={name}
          indexes={indexes}
          setOf={(index) => setAt(index, set, group)}
          setName={setName}
          groupOf={(index) =>
            profile.ratings.find(({ run, node }) => run === index.run && node === rootOf(index))
          }
          view={state.view ?? "chart"}
          onView={(view) => change({ view: asView(view) })}
        />
        <p className="country-soft">{say("interval.note")}</p>
      </Section>
      <Section title={say("time.heading")}>
        <Years
          area={profile.area}
          others={state.others ?? []}
          set={set}
          setName={setName}
          view={state.time ?? "chart"}
          onView={(view) => change({ time: asView(view) })}
        />
      </Section>
      <IndicatorParts
        profile={profile}
        indexes={indexes}
        name={name}
        state={state}
        change={change}
        asView={asView}
      />
    </>
  );
}

/** The words for a set of countries. */
function useSetText() {
  const say = useWords("countries");
  const term = useWords("terms");
  return (set: SetName, region: string | null): string => {
    if (set === "region" && region !== null) return term(`region.${region}`);
    if (set === "income-group") return say("set.income");
    return set === "chosen" ? say("set.chosen") : say("set.all");
  };
}

function Years({
  area,
  others,
  set,
  setName,
  view,
  onView,
}: {
  area: string;
  others: readonly string[];
  set: SetName;
  setName: string;
  view: "chart" | "table";
  onView: (view: "chart" | "table") => void;
}) {
  const answer = useApi(
    routes.compareCountries,
    { query: { area: [area], with: [...others], periods: "all" } },
    { keep: true },
  );
  return (
    <Answered answer={answer} lines={10}>
      {(value) => (
        <OverTimeFigure
          id="over-time"
          areas={[area]}
          indexes={inFormOrder(value.indexes)}
          setOf={(index, period) => setAt(index, set, null, rootOf(index), period)}
          setName={setName}
          view={view}
          onView={onView}
        />
      )}
    </Answered>
  );
}

function IndicatorParts({
  profile,
  indexes,
  name,
  state,
  change,
  asView,
}: {
  profile: Profile;
  indexes: readonly ComparedIndex[];
  name: string;
  state: State;
  change: (part: State) => void;
  asView: (view: "chart" | "table") => View;
}) {
  const say = useWords("countries");
  const text = usePlaceText();
  // Until the reader chooses: income security, the form with most data in most countries, else the first.
  const chosen =
    indexes.find(({ definitionId }) => definitionId === state.index) ??
    indexes.find(({ form }) => form === "income") ??
    indexes[0]!;
  const answer = useApi(
    routes.countryDrivers,
    { params: { area: profile.area }, query: { run: chosen.run } },
    { keep: true },
  );
  return (
    <>
      <Section title={say("drivers.heading")} note={<span data-print="hide">{say("drivers.note")}</span>}>
        <div data-print="hide">
          <NativeSelect
            label={say("drivers.index")}
            value={chosen.definitionId}
            onChange={(event) => change({ index: event.currentTarget.value })}
            data={indexes.map((index) => ({ value: index.definitionId, label: text.indexName(index) }))}
            className="country-indicator"
          />
        </div>
        <Answered answer={answer} lines={10}>
          {(drivers) => (
            <DriversFigure
              name={name}
              drivers={drivers}
              view={state.drivers ?? "chart"}
              onView={(view) => change({ drivers: asView(view) })}
            />
          )}
        </Answered>
      </Section>
      <div data-print="hide" className="country-part">
        <Section title={say("coverage.heading")}>
          <Answered answer={answer} lines={10}>
            {(drivers) => (
              <CoverageFigure
                name={name}
                drivers={drivers}
                view={state.coverage ?? "chart"}
                onView={(view) => change({ coverage: asView(view) })}
              />
            )}
          </Answered>
        </Section>
      </div>
    </>
  );
}
