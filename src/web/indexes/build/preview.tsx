import { Button } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import type { Problem, Result } from "#kernel";
import { type IndexDefinition, type IndexObservation, runIndex } from "#securities";
import { FactTable } from "../../charts/fact-table.tsx";
import { useFormat } from "../../format.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { EmptyState, Loading } from "../../shared/states.tsx";
import { placeName } from "../names.ts";
import { codeText } from "../rating-text.ts";
import { previewInputs } from "./preview-inputs.ts";

/** The best so many stand there at once; what keeps the run stands below. */
const firstShown = 20;

/** The scores that the definition on the page gives over a release, while it is being made. */
export function Preview({
  definition,
  release,
}: {
  /** Null while something in it is wrong. */
  readonly definition: IndexDefinition | null;
  readonly release: string | undefined;
}) {
  const say = useWords("index-builder");
  const sayIndex = useWords("indexes");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const inputs = useInputs(definition, release);
  const run = useMemo(
    () => (definition && inputs?.ok ? runIndex(definition, inputs.value) : null),
    [definition, inputs],
  );
  if (release === undefined) return <EmptyState what={say("preview.what")} how={say("preview.noRelease")} />;
  if (definition === null) return <EmptyState what={say("preview.what")} how={say("preview.wrong")} />;
  if (inputs === null) return <Loading lines={6} />;
  const problems: readonly Problem[] = !inputs.ok ? inputs.problems : run && !run.ok ? run.problems : [];
  if (problems.length > 0 || !run?.ok) return <ProblemList problems={problems} title={say("preview.none")} />;
  const root = definition.nodes.find(({ parent }) => parent === null)?.id;
  const period = run.value.periods.at(-1) ?? null;
  const scores = run.value.scores
    .filter((score) => score.node === root && score.period === period)
    .toSorted((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9) || (a.area < b.area ? -1 : 1));
  const withScore = scores.filter(({ score }) => score !== null).length;
  return (
    <>
      <p role="status">
        {say("preview.sentence", {
          count: withScore,
          of: scores.length,
          period: period ?? sayIndex("scores.noPeriod"),
        })}{" "}
        {run.value.flags.map((flag) => codeText(sayChart, "runFlag", flag)).join(" ")}
      </p>
      <FactTable
        caption={say("preview.caption")}
        columns={[
          { id: "area", label: sayChart("column.area") },
          { id: "score", label: sayIndex("column.score"), numeric: true },
          { id: "n", label: sayIndex("column.used"), numeric: true },
        ]}
        rows={(all ? scores : scores.slice(0, firstShown)).map((score) => ({
          id: score.area,
          cells: {
            area: { show: placeName(score.area, language) },
            score: {
              show:
                score.score === null ? (
                  <em>{score.reason ? codeText(sayChart, "reason", score.reason) : sayChart("noData")}</em>
                ) : (
                  format.number(score.score, 3, true)
                ),
              by: score.score,
            },
            n: { show: sayChart("usedOf", { n: score.n, expected: score.expected }) },
          },
        }))}
      />
      {all || scores.length <= firstShown ? null : (
        <Button variant="default" size="xs" onClick={() => setAll(true)}>
          {say("preview.all", { count: scores.length })}
        </Button>
      )}
      <p className="figure-hint">{say("preview.ranks")}</p>
    </>
  );
}

/** The observations of the definition's series, fetched anew where another series is wanted. */
function useInputs(
  definition: IndexDefinition | null,
  release: string | undefined,
): Result<readonly IndexObservation[]> | null {
  const [inputs, setInputs] = useState<{
    readonly key: string;
    readonly result: Result<readonly IndexObservation[]>;
  } | null>(null);
  const series = definition ? seriesOf(definition) : [];
  const key = release === undefined || definition === null ? null : JSON.stringify([release, ...series]);
  useEffect(() => {
    if (key === null) return;
    const [of, ...wanted] = JSON.parse(key) as readonly string[];
    const stop = new AbortController();
    previewInputs(of!, wanted, stop.signal).then(
      (result) => setInputs({ key, result }),
      () => undefined,
    );
    return () => stop.abort();
  }, [key]);
  return inputs !== null && inputs.key === key ? inputs.result : null;
}

const seriesOf = ({ nodes }: IndexDefinition): readonly string[] =>
  [
    ...new Set(
      nodes.flatMap(({ id, direction, steps }) =>
        direction === null ? [] : [id, ...(steps?.denominator ? [steps.denominator] : [])],
      ),
    ),
  ].toSorted();
