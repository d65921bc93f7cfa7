import { Link, useNavigate } from "@tanstack/react-router";
import { indicatorRoles } from "#securities";
import { useChartWords } from "../charts/chart-words.ts";
import { DotPlot, type DotPlotRow } from "../charts/dot-plot.tsx";
import { type FactColumn, type FactRow, FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { intervalCells, intervalColumns } from "../charts/interval-columns.ts";
import { ReconstructionMark } from "../charts/marks-of-doubt.tsx";
import type { PictureText } from "../charts/picture.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { groupName, roleName } from "../indexes/names.ts";
import { codeText, roleMark } from "../indexes/rating-text.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import {
  type ComparedIndex,
  intervalOf,
  isOnUnitScale,
  latestOf,
  type PlacedScore,
  partOf,
  type SetSummary,
  scoreAt,
} from "./placed-scores.ts";
import { usePlaceText } from "./use-place-text.ts";

/** Country group of a country in the run of an index. */
export type GroupOf = (
  index: ComparedIndex,
) => { readonly countryGroup: string | null; readonly flag: string | null } | undefined;

/** The forms of security of one country: bars with intervals, the three parts, and the set beside it. */
export function FormsFigure({
  code,
  name,
  indexes,
  setOf,
  setName,
  groupOf,
  view,
  onView,
}: {
  code: string;
  name: string;
  indexes: readonly ComparedIndex[];
  /** Median and range the country is held against. */
  setOf: (index: ComparedIndex) => SetSummary | undefined;
  setName: string;
  groupOf: GroupOf;
  view: FigureView;
  onView: (view: FigureView) => void;
}) {
  const say = useWords("countries");
  const language = useLanguage();
  const format = useFormat();
  const words = useChartWords();
  const text = usePlaceText();
  const navigate = useNavigate();

  const spoken = (index: ComparedIndex, score: PlacedScore | undefined): string => {
    const form = text.indexName(index);
    if (!score || score.score === null)
      return say("ratings.spokenNone", { form, reason: text.reason(score) });
    const set = setOf(index);
    return [
      say("forms.spoken", {
        form,
        score: text.score(score),
        rank: text.rank(score),
        n: score.n,
        expected: score.expected,
      }),
      set && set.median !== null
        ? say("forms.spokenSet", { set: setName, median: text.number(set.median) })
        : null,
      indicatorRoles
        .flatMap((role) => {
          const part = partOf(index, code, role);
          return part ? [`${roleName(role, language)} ${text.number(part.score)}`] : [];
        })
        .join("; "),
    ]
      .filter(Boolean)
      .join(" ");
  };
  const elsewhere = indexes.filter((index) => !isOnUnitScale(index));
  const rows = indexes.filter(isOnUnitScale).map((index): DotPlotRow => {
    const score = scoreAt(index, code);
    const set = setOf(index);
    const parts = indicatorRoles.flatMap((role) => {
      const part = partOf(index, code, role);
      return part && part.score !== null ? [{ value: part.score, small: true, ...roleMark[role] }] : [];
    });
    const isScored = score !== undefined && score.score !== null;
    return {
      id: index.run,
      label: text.indexName(index),
      note: text.number(score?.score ?? null),
      marks: [
        ...(isScored
          ? [
              {
                value: score.score!,
                colour: 1,
                shape: "circle" as const,
                bar: true,
                interval: intervalOf(score),
              },
            ]
          : []),
        ...parts,
      ],
      strokes: set && set.median !== null ? [set.median] : [],
      range: set && set.low !== null && set.high !== null ? { low: set.low, high: set.high } : null,
      missing: isScored ? null : text.reason(score),
      spoken: spoken(index, score),
      onOpen: score ? () => void navigate({ to: "/trace", search: { id: score.trace } }) : undefined,
    };
  });
  const scored = indexes.filter((index) => scoreAt(index, code)?.score != null);
  const above = scored.filter((index) => {
    const median = setOf(index)?.median ?? null;
    return median !== null && scoreAt(index, code)!.score! > median;
  });
  const held = scored.filter((index) => (setOf(index)?.median ?? null) !== null);
  const title = say("ratings.title", { name });
  const said = say("forms.sentence", {
    name,
    scored: scored.length,
    of: indexes.length,
    above: above.length,
    held: held.length,
    set: setName,
  });
  const sentence =
    elsewhere.length === 0
      ? said
      : `${said} ${say("forms.otherScale", { names: format.list(elsewhere.map(text.indexName)) })}`;
  const releases = [...new Set(indexes.map(({ release }) => release))].join(", ");
  const licences = [...new Set(indexes.map(({ licence }) => licence).filter(Boolean))].join("; ");
  const source = words.sourceLine(
    say("ratings.source", { releases }),
    indexes[0]?.createdAt ?? null,
    licences || null,
  );
  const period = indexes.map(latestOf).find((one) => one !== null) ?? say("ratings.noPeriod");
  const picture: PictureText = {
    title,
    subtitle: say("forms.subtitle", { period, set: setName }),
    source,
    watermark: words.watermark(indexes.map(({ origin }) => origin)),
  };
  return (
    <Figure
      name={`socle-${code}-forms`}
      id="forms"
      text={picture}
      sentence={sentence}
      view={view}
      onView={onView}
      chart={
        <DotPlot
          text={picture}
          sentence={sentence}
          rows={rows}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          format={(value) => format.number(value, 2)}
          labelShare={0.44}
          keys={indicatorRoles.map((role) => ({ label: roleName(role, language), ...roleMark[role] }))}
        />
      }
      table={
        <FormsTable
          code={code}
          title={title}
          indexes={indexes}
          setOf={setOf}
          setName={setName}
          groupOf={groupOf}
        />
      }
    />
  );
}

function FormsTable({
  code,
  title,
  indexes,
  setOf,
  setName,
  groupOf,
}: Pick<Parameters<typeof FormsFigure>[0], "code" | "indexes" | "setOf" | "setName" | "groupOf"> & {
  title: string;
}) {
  const say = useWords("countries");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const text = usePlaceText();
  const scoreColumn = { id: "score", label: say("forms.score"), numeric: true };
  const columns: readonly FactColumn[] = [
    { id: "form", label: say("ratings.form") },
    scoreColumn,
    ...intervalColumns(sayChart, scoreColumn),
    { id: "rank", label: say("forms.rank"), numeric: true },
    { id: "median", label: say("forms.median", { set: setName }), numeric: true },
    { id: "range", label: say("forms.range", { set: setName }), numeric: true },
    { id: "n", label: say("ratings.indicators"), numeric: true },
    { id: "group", label: say("ratings.group") },
    ...indicatorRoles.map((role) => ({ id: role, label: roleName(role, language), numeric: true })),
    { id: "marks", label: say("ratings.marks") },
  ];
  const figure = (score: PlacedScore | undefined, of: string) => ({
    by: score?.score ?? null,
    show:
      score === undefined ? (
        "–"
      ) : score.score === null ? (
        <em>{text.reason(score)}</em>
      ) : (
        <>
          {text.score(score)} <TraceMark id={score.trace} of={of} />
        </>
      ),
  });
  const rows = indexes.map((index): FactRow => {
    const score = scoreAt(index, code);
    const label = text.indexName(index);
    const set = setOf(index);
    const group = groupOf(index);
    const part = (role: (typeof indicatorRoles)[number]) =>
      figure(partOf(index, code, role), `${label}, ${roleName(role, language)}`);
    return {
      id: index.run,
      cells: {
        form: {
          show: (
            <Link to="/indexes/runs/$id" params={{ id: index.run }}>
              {label}
            </Link>
          ),
        },
        score: figure(score, label),
        ...intervalCells("score", intervalOf(score)),
        rank: { show: score ? text.rank(score) : "–" },
        median: { show: text.number(set?.median ?? null), by: set?.median ?? null },
        range: {
          show:
            set && set.low !== null
              ? say("forms.fromTo", { low: text.number(set.low), high: text.number(set.high), n: set.n })
              : "–",
        },
        n: { show: score ? sayChart("usedOf", { n: score.n, expected: score.expected }) : "–" },
        group: {
          show: group?.countryGroup
            ? groupName(group.countryGroup, language) +
              (group.flag ? ` (${codeText(sayChart, "flag", group.flag)})` : "")
            : "–",
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
