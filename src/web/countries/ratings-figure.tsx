import { Link, useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { indicatorRoles } from "#securities";
import { useApi } from "../api.ts";
import { useChartWords } from "../charts/chart-words.ts";
import { DotPlot, type DotPlotRow } from "../charts/dot-plot.tsx";
import { type FactColumn, type FactRow, FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { ReconstructionMark } from "../charts/marks-of-doubt.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { formName, groupName, roleName } from "../indexes/names.ts";
import { codeText, roleMark } from "../indexes/rating-text.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import type { FormRating, Rating } from "./country-ratings.ts";

/** The ratings of one country by form of security: index, its three parts, rank and country group. */
export function RatingsFigure({
  code,
  name,
  rated,
  view,
  onView,
}: {
  code: string;
  name: string;
  rated: readonly FormRating[];
  view: FigureView;
  onView: (view: FigureView) => void;
}) {
  const say = useWords("countries");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const words = useChartWords();
  const navigate = useNavigate();
  const runs = useApi(routes.listRuns, {});

  const label = (entry: FormRating) =>
    entry.form === "composite" ? say("ratings.composite") : formName(entry.form, language);
  const score = (rating: Rating | undefined) =>
    rating?.score === null || rating === undefined ? "–" : format.number(rating.score, 2, true);
  const reason = (rating: Rating) =>
    rating.reason === null ? sayChart("noData") : codeText(sayChart, "reason", rating.reason);
  const open = (rating: Rating) => () => void navigate({ to: "/trace", search: { id: rating.trace } });

  const spoken = (entry: FormRating): string => {
    const { index, parts } = entry;
    if (index.score === null) return say("ratings.spokenNone", { form: label(entry), reason: reason(index) });
    const sentence = say("ratings.spoken", {
      form: label(entry),
      score: score(index),
      rank: index.rank,
      of: index.of,
      n: index.n,
      expected: index.expected,
    });
    const three = indicatorRoles.flatMap((role) =>
      parts[role] ? [`${roleName(role, language)} ${score(parts[role])}`] : [],
    );
    const group = index.countryGroup ? `${groupName(index.countryGroup, language)}. ` : "";
    return `${sentence} ${group}${three.join("; ")}`;
  };

  const rows = rated.map((entry): DotPlotRow => {
    const { index, parts } = entry;
    const three = indicatorRoles.flatMap((role) => {
      const part = parts[role];
      return part && part.score !== null ? [{ value: part.score, small: true, ...roleMark[role] }] : [];
    });
    return {
      id: index.run,
      label: label(entry),
      note: score(index),
      marks: [
        ...three,
        ...(index.score === null ? [] : [{ value: index.score, colour: 1, shape: "circle" as const }]),
      ],
      missing: index.score === null ? reason(index) : null,
      spoken: spoken(entry),
      onOpen: open(index),
    };
  });

  const own = (runs.value ?? []).filter((run) => rated.some((entry) => entry.index.run === run.id));
  const releases = [...new Set(own.map((run) => run.release))].join(", ");
  const period = rated.find((entry) => entry.index.period)?.index.period ?? "";
  const ranked = rated.filter((entry) => entry.index.score !== null);
  const title = say("ratings.title", { name });
  const sentence = say("ratings.sentence", { count: ranked.length, name, of: rated.length });
  return (
    <Figure
      name={`socle-${code}-ratings`}
      label={title}
      sentence={sentence}
      view={view}
      onView={onView}
      chart={
        <DotPlot
          text={{
            title,
            subtitle: say("ratings.subtitle", {
              period: period || say("ratings.noPeriod"),
              of: Math.max(0, ...rated.map((entry) => entry.index.of)),
            }),
            source: words.sourceLine(
              say("ratings.source", { releases: releases || "Socle" }),
              own[0]?.createdAt ?? null,
            ),
            watermark: words.watermark(rated.map((entry) => entry.index.origin)),
          }}
          sentence={sentence}
          rows={rows}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          format={(value) => format.number(value, 2)}
          keys={[
            { label: say("ratings.index"), colour: 1, shape: "circle" },
            ...indicatorRoles.map((role) => ({ label: roleName(role, language), ...roleMark[role] })),
          ]}
        />
      }
      table={<RatingsTable rated={rated} title={title} label={label} reason={reason} score={score} />}
    />
  );
}

function RatingsTable({
  rated,
  title,
  label,
  reason,
  score,
}: {
  rated: readonly FormRating[];
  title: string;
  label: (entry: FormRating) => string;
  reason: (rating: Rating) => string;
  score: (rating: Rating | undefined) => string;
}) {
  const say = useWords("countries");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const columns: readonly FactColumn[] = [
    { id: "form", label: say("ratings.form") },
    { id: "score", label: say("ratings.score"), numeric: true },
    { id: "rank", label: say("ratings.rank"), numeric: true },
    { id: "n", label: say("ratings.indicators"), numeric: true },
    { id: "group", label: say("ratings.group") },
    ...indicatorRoles.map((role) => ({ id: role, label: roleName(role, language), numeric: true })),
    { id: "marks", label: say("ratings.marks") },
  ];
  const figure = (rating: Rating | undefined, of: string) =>
    rating === undefined ? (
      "–"
    ) : rating.score === null ? (
      <em>{reason(rating)}</em>
    ) : (
      <>
        {score(rating)} <TraceMark id={rating.trace} of={of} />
      </>
    );
  const rows = rated.map((entry): FactRow => {
    const { index, parts } = entry;
    const part = (role: (typeof indicatorRoles)[number]) => ({
      show: figure(parts[role], `${label(entry)}, ${roleName(role, language)}`),
    });
    return {
      id: index.run,
      cells: {
        form: {
          show: (
            <Link to="/indexes/runs/$id" params={{ id: index.run }}>
              {label(entry)}
            </Link>
          ),
        },
        score: { show: figure(index, label(entry)) },
        rank: { show: index.rank === null ? "–" : sayChart("rankOf", { rank: index.rank, of: index.of }) },
        n: { show: sayChart("usedOf", { n: index.n, expected: index.expected }) },
        group: {
          show: index.countryGroup ? (
            <>
              {groupName(index.countryGroup, language)}
              {index.flag ? ` (${codeText(sayChart, "flag", index.flag)})` : ""}
            </>
          ) : (
            "–"
          ),
        },
        input: part("input"),
        process: part("process"),
        outcome: part("outcome"),
        marks: {
          show: (
            <>
              {index.reconstruction ? <ReconstructionMark /> : null} <OriginMark origin={index.origin} />
            </>
          ),
        },
      },
    };
  });
  return <FactTable caption={title} columns={columns} rows={rows} />;
}
