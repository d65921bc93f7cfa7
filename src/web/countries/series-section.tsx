import { Group, NativeSelect } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import type { FigureView } from "../charts/figure-views.ts";
import { IndicatorChoice } from "../data/indicator-choice.tsx";
import { ObservationsFigure } from "../data/observations-figure.tsx";
import { useIndicators } from "../data/use-indicators.ts";
import { useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import type { Profile } from "./placed-scores.ts";

export type SeriesState = {
  readonly release?: string | undefined;
  readonly indicator?: string | undefined;
  readonly series?: FigureView | undefined;
};

/** One indicator of one release for this country, chosen by the reader. */
export function SeriesSection({
  profile,
  state,
  change,
}: {
  profile: Profile;
  state: SeriesState;
  change: (part: SeriesState) => void;
}) {
  const say = useWords("countries");
  const indicators = useIndicators();
  const chosen = profile.releases.find((r) => r.release === state.release) ?? profile.releases[0]!;
  const release = useApi(routes.release, { params: { id: chosen.release } });
  const contents = release.value?.contents ?? [];
  const indicator = contents.some((c) => c.indicator === state.indicator)
    ? state.indicator!
    : indicators.first(contents);
  const observations = useApi(
    routes.listObservations,
    {
      query: {
        release: chosen.release,
        indicator: indicator ? [indicator] : [],
        area: [profile.area],
        limit: 1_000,
      },
    },
    { keep: true, when: indicators.ready && indicator !== undefined },
  );
  return (
    <>
      <Group gap="md" align="end" className="country-choices" data-print="hide">
        {profile.releases.length > 1 ? (
          <NativeSelect
            label={say("series.release")}
            value={chosen.release}
            onChange={(event) => change({ release: event.currentTarget.value, indicator: undefined })}
            data={profile.releases.map((r) => ({ value: r.release, label: `${r.title} (${r.release})` }))}
          />
        ) : null}
        <IndicatorChoice
          ids={contents.map((one) => one.indicator)}
          value={indicator ?? ""}
          onChange={(id) => change({ indicator: id })}
        />
      </Group>
      <p>
        <Link
          to="/data/$release"
          params={{ release: chosen.release }}
          search={indicator ? { indicator, area: [profile.area] } : {}}
        >
          {say("series.more", { release: chosen.release })}
        </Link>{" "}
        <OriginMark origin={chosen.origin} />
      </p>
      <Answered answer={observations} lines={6}>
        {(value) =>
          value.observations.length === 0 ? (
            <EmptyState what={say("series.none")} />
          ) : (
            <ObservationsFigure
              release={value.release}
              // Named by the answer, which may still be the one before.
              indicator={indicators.label(value.observations[0]!.indicator)}
              unit={value.observations[0]!.unit}
              observations={value.observations}
              view={state.series ?? "chart"}
              onView={(view) => change({ series: view === "chart" ? undefined : view })}
            />
          )
        }
      </Answered>
    </>
  );
}
