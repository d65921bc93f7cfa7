import { Button, Group, TextInput } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { type FormEvent, useEffect, useState } from "react";
import type { z } from "zod/mini";
import { addressOf, type ReleaseContentsShape, type ReleaseShape, routes } from "#contract";
import { areaName, areas, findArea } from "#kernel";
import { useApi } from "../api.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { Answered, EmptyState } from "../shared/states.tsx";
import { IndicatorChoice } from "./indicator-choice.tsx";
import { ObservationsFigure } from "./observations-figure.tsx";
import { useIndicators } from "./use-indicators.ts";
import "./data.css";
import "../charts/facts.css";

const address = getRouteApi("/data/$release");

/** Rows of one answer; more are to be asked of the API or downloaded. */
const mostRows = 2_000;

/** Indicator, areas and years in the address; the answer as chart and table; the same question for programs. */
export function Explorer({
  release,
  contents,
}: {
  release: z.output<typeof ReleaseShape>;
  contents: z.output<typeof ReleaseContentsShape>;
}) {
  const say = useWords("data");
  const language = useLanguage();
  const indicators = useIndicators();
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const change = (part: Partial<typeof state>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });

  const first = indicators.first(contents);
  const chosen =
    contents.find((one) => one.indicator === state.indicator) ??
    contents.find((one) => one.indicator === first);
  const query = {
    release: release.id,
    indicator: chosen ? [chosen.indicator] : [],
    ...(state.area ? { area: state.area } : {}),
    ...(state.from ? { from: state.from } : {}),
    ...(state.to ? { to: state.to } : {}),
    limit: mostRows,
  };
  const answer = useApi(
    routes.listObservations,
    { query },
    { keep: true, when: indicators.ready && chosen !== undefined },
  );
  if (!chosen) return <EmptyState what={say("explore.empty")} />;

  const unitOf = (id: string) => contents.find(({ indicator }) => indicator === id)?.unit ?? null;
  const api = `${window.location.origin}${addressOf(routes.listObservations, {}, query)}`;
  const selection = (kind: "csv" | "xlsx" | "json") =>
    addressOf(
      routes.downloadRelease,
      { id: release.id },
      {
        format: kind,
        language,
        indicator: query.indicator,
        area: state.area,
        from: state.from,
        to: state.to,
      },
    );
  return (
    <>
      <Group align="end" gap="md" data-print="hide">
        <IndicatorChoice
          ids={contents.map((one) => one.indicator)}
          value={chosen.indicator}
          onChange={(indicator) => change({ indicator })}
        />
        <YearInput label={say("explore.from")} value={state.from} onChange={(from) => change({ from })} />
        <YearInput label={say("explore.to")} value={state.to} onChange={(to) => change({ to })} />
      </Group>
      <AreaChoice
        chosen={state.area ?? []}
        onChange={(area) => change({ area: area.length > 0 ? area : undefined })}
      />
      <Answered answer={answer} lines={10}>
        {(value) =>
          value.observations.length === 0 ? (
            <EmptyState what={say("explore.none")} how={say("explore.noneHow")} />
          ) : (
            <>
              {value.observations.length === mostRows ? (
                <p className="fact-notice">{say("explore.cut", { count: mostRows })}</p>
              ) : null}
              <ObservationsFigure
                release={value.release}
                // Named by the answer, which may still be the one before.
                indicator={indicators.label(value.observations[0]!.indicator)}
                unit={unitOf(value.observations[0]!.indicator)}
                observations={value.observations}
                view={state.view ?? "chart"}
                onView={(view) => change({ view: view === "chart" ? undefined : view })}
                sort={state.sort}
                onSort={(sort) => change({ sort })}
              />
            </>
          )
        }
      </Answered>
      <ul className="fact-links" data-print="hide">
        {(["csv", "xlsx", "json"] as const).map((kind) => (
          <li key={kind}>
            <a href={selection(kind)} download>
              {say("take.selection", { kind: kind.toUpperCase() })}
            </a>
          </li>
        ))}
      </ul>
      <ApiAddress address={api} />
    </>
  );
}

function YearInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | undefined;
  onChange: (year: number | undefined) => void;
}) {
  const [typed, setTyped] = useState(value === undefined ? "" : `${value}`);
  // An address that changes by itself, as on the way back, changes the field too.
  useEffect(() => {
    setTyped((now) => (value === undefined ? (/^\d{4}$/.test(now) ? "" : now) : `${value}`));
  }, [value]);
  return (
    <TextInput
      label={label}
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        // A year has four digits; what is still being typed changes nothing yet.
        if (/^\d{4}$/.test(text)) onChange(Number(text));
        else if (text === "") onChange(undefined);
      }}
      inputMode="numeric"
      maxLength={4}
      className="explore-year"
    />
  );
}

/** Areas by name or code, added one by one; without any, all areas of the release are asked for. */
function AreaChoice({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (areas: string[]) => void;
}) {
  const say = useWords("data");
  const language = useLanguage();
  const [text, setText] = useState("");
  const [unknown, setUnknown] = useState<string | null>(null);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const typed = text.trim();
    if (typed === "") return;
    const lower = typed.toLocaleLowerCase(language);
    const found =
      areas.find(
        (area) =>
          area.code.toLowerCase() === lower ||
          areaName(area.code, language).toLocaleLowerCase(language) === lower,
      ) ?? findArea(typed);
    if (!found) return setUnknown(typed);
    setUnknown(null);
    setText("");
    if (!chosen.includes(found.code)) onChange([...chosen, found.code]);
  };
  return (
    <form onSubmit={add} className="explore-areas" data-print="hide">
      <Group align="end" gap="xs">
        <TextInput
          label={say("explore.area")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          list="explore-area-names"
          error={unknown === null ? undefined : say("explore.unknownArea", { text: unknown })}
        />
        <datalist id="explore-area-names">
          {areas
            .filter(
              (area) => area.kind === "country" || area.kind === "invented" || area.kind === "territory",
            )
            .map((area) => (
              <option key={area.code} value={areaName(area.code, language)} />
            ))}
        </datalist>
        <Button type="submit" variant="default">
          {say("explore.add")}
        </Button>
      </Group>
      {chosen.length > 0 ? (
        <ul className="explore-chosen" aria-label={say("explore.chosen")}>
          {chosen.map((code) => (
            <li key={code}>
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => onChange(chosen.filter((one) => one !== code))}
                aria-label={say("explore.remove", { name: areaName(code, language) })}
              >
                {areaName(code, language)} ×
              </Button>
            </li>
          ))}
          <li>
            <Button variant="subtle" size="compact-sm" onClick={() => onChange([])}>
              {say("explore.all")}
            </Button>
          </li>
        </ul>
      ) : (
        <p className="figure-hint">{say("explore.allChosen")}</p>
      )}
    </form>
  );
}

/** The same question as an address that R, Python or a spreadsheet can fetch. */
function ApiAddress({ address: api }: { address: string }) {
  const say = useWords("data");
  const [said, setSaid] = useState("");
  // Without a secure connection browsers offer no clipboard; that is told, and the address can be marked by hand.
  const copy = () =>
    void Promise.resolve()
      .then(() => navigator.clipboard.writeText(api))
      .then(
        () => setSaid(say("api.copied")),
        () => setSaid(say("api.refused")),
      );
  return (
    <div className="explore-api" data-print="hide">
      <p>{say("api.text")}</p>
      <p className="fact-code">
        <a href={api}>{api}</a>
      </p>
      <Button variant="default" size="xs" onClick={copy}>
        {say("api.copy")}
      </Button>{" "}
      <span role="status">{said}</span>
    </div>
  );
}
