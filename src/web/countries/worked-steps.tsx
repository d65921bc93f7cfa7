import { Title } from "@mantine/core";
import type { z } from "zod/mini";
import type { IndexBySexShape } from "#contract";
import { FactTable } from "../charts/fact-table.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage, roleName } from "../indexes/names.ts";
import { codeText } from "../indexes/rating-text.ts";
import { usePlaceText } from "./use-place-text.ts";

type BySex = z.output<typeof IndexBySexShape>;
type Step = BySex["steps"][number];
/** The same step for women and for men. */
type Beside = { readonly node: string; readonly women: Step | undefined; readonly men: Step | undefined };

/** From raw value to rank for one country, women and men side by side, every number with its way back. */
export function WorkedSteps({ value, area, name }: { value: BySex; area: string; name: string }) {
  const say = useWords("old-age");
  const text = usePlaceText();
  const beside = stepsBeside(value.steps);
  const inner = beside.filter(({ women, men }) => !(women ?? men)!.isIndicator);
  const [root, ...parts] = inner;
  if (root === undefined) return <p>{say("steps.none", { name })}</p>;
  const leaves = (node: string) =>
    beside.filter(({ women, men }) => (women ?? men)!.isIndicator && (women ?? men)!.parent === node);
  const scoreOf = (sex: "F" | "M") => value.scores.find((one) => one.area === area && one.sex === sex);
  const place = (sex: "F" | "M") => {
    const score = scoreOf(sex);
    return score?.score == null
      ? say("rank.none", { reason: text.reason(score) })
      : say("rank.text", { score: text.score(score), rank: text.rank(score) });
  };
  return (
    <ol className="worked">
      <li>
        <Title order={3}>{say("step.raw")}</Title>
        <p className="old-age-text">{say("step.rawText")}</p>
        {parts.map((part) => (
          <RawTable key={part.node} part={part} leaves={leaves(part.node)} value={value} name={name} />
        ))}
      </li>
      <li>
        <Title order={3}>{say("step.parts")}</Title>
        <p className="old-age-text">{say("step.partsText")}</p>
        <PartsTable parts={parts} />
      </li>
      <li>
        <Title order={3}>{say("step.index")}</Title>
        <p className="old-age-text">{say("step.indexText")}</p>
        <IndexTable root={root} parts={parts} />
      </li>
      <li>
        <Title order={3}>{say("step.rank")}</Title>
        <p className="old-age-text">{say("step.rankText")}</p>
        <dl className="fact-list">
          <dt>{say("women")}</dt>
          <dd>{place("F")}</dd>
          <dt>{say("men")}</dt>
          <dd>{place("M")}</dd>
        </dl>
      </li>
    </ol>
  );
}

function stepsBeside(steps: readonly Step[]): readonly Beside[] {
  const of = (node: string, sex: Step["sex"]) => steps.find((step) => step.node === node && step.sex === sex);
  return [...new Set(steps.map(({ node }) => node))].map((node) => ({
    node,
    women: of(node, "F"),
    men: of(node, "M"),
  }));
}

function useStepWords() {
  const say = useWords("old-age");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  return {
    say,
    sayChart,
    digits: (value: number | null | undefined) => (value == null ? "–" : format.number(value, 3, true)),
    raw: (step: Step | undefined) =>
      step?.observed == null
        ? step?.missing === "dropped"
          ? codeText(sayChart, "dropped", "constant")
          : codeText(sayChart, "missing", step?.missing ?? "missing")
        : format.figure(step.observed),
    share: (value: number | null | undefined) => (value == null ? "–" : format.percent(value, 1)),
    title: ({ women, men, node }: Beside) => {
      const step = (women ?? men)!;
      return step.role !== null
        ? roleName(step.role, language)
        : step.title === null
          ? node
          : inLanguage(step.title, language);
    },
  };
}

function RawTable({
  part,
  leaves,
  value,
  name,
}: {
  part: Beside;
  leaves: readonly Beside[];
  value: BySex;
  name: string;
}) {
  const { say, sayChart, digits, raw, share, title } = useStepWords();
  const format = useFormat();
  const cell = (step: Step | undefined, of: string) => ({
    by: step?.observed ?? null,
    show: (
      <>
        {step?.observed == null ? <em>{raw(step)}</em> : raw(step)}{" "}
        {step?.trace ? <TraceMark id={step.trace} of={of} /> : null}
      </>
    ),
  });
  return (
    <FactTable
      caption={title(part)}
      columns={[
        { id: "indicator", label: sayChart("indicator"), wide: true },
        { id: "women", label: say("women"), numeric: true },
        { id: "men", label: say("men"), numeric: true },
        { id: "range", label: say("column.range"), numeric: true },
        { id: "direction", label: say("column.direction") },
        { id: "womenScaled", label: say("column.womenScaled"), numeric: true },
        { id: "menScaled", label: say("column.menScaled"), numeric: true },
        { id: "weight", label: say("column.weight"), numeric: true },
      ]}
      rows={leaves.map((leaf) => {
        const step = (leaf.women ?? leaf.men)!;
        const isShared = value.shared.includes(leaf.node);
        const unit = step.unit ?? leaf.men?.unit ?? null;
        return {
          id: leaf.node,
          cells: {
            indicator: {
              show: (
                <>
                  {title(leaf)}{" "}
                  <span className="country-soft">
                    {unit === null ? "" : codeText(sayChart, "unit", unit)}
                    {isShared ? ` · ${say("shared")}` : ""}
                  </span>
                </>
              ),
            },
            women: cell(leaf.women, `${title(leaf)}, ${say("women")}, ${name}`),
            men: cell(leaf.men, `${title(leaf)}, ${say("men")}, ${name}`),
            range: {
              show:
                step.range === null
                  ? "–"
                  : `${format.number(step.range[0], 1)} – ${format.number(step.range[1], 1)}`,
            },
            direction: { show: say(step.direction === -1 ? "direction.less" : "direction.more") },
            womenScaled: { show: digits(leaf.women?.value), by: leaf.women?.value ?? null },
            menScaled: { show: digits(leaf.men?.value), by: leaf.men?.value ?? null },
            weight: { show: share(leaf.women?.weight ?? leaf.men?.weight) },
          },
        };
      })}
    />
  );
}

function PartsTable({ parts }: { parts: readonly Beside[] }) {
  const { say, digits, title } = useStepWords();
  const range = (step: Step | undefined) =>
    step?.stretchedFrom ? `${digits(step.stretchedFrom[0])} – ${digits(step.stretchedFrom[1])}` : "–";
  return (
    <FactTable
      caption={say("caption.parts")}
      columns={[
        { id: "part", label: say("column.part") },
        { id: "womenMean", label: say("column.womenMean"), numeric: true },
        { id: "menMean", label: say("column.menMean"), numeric: true },
        { id: "from", label: say("column.from"), numeric: true },
        { id: "women", label: say("women"), numeric: true },
        { id: "men", label: say("men"), numeric: true },
      ]}
      rows={parts.map((part) => ({
        id: part.node,
        cells: {
          part: { show: title(part) },
          womenMean: { show: digits(part.women?.mean), by: part.women?.mean ?? null },
          menMean: { show: digits(part.men?.mean), by: part.men?.mean ?? null },
          from: { show: range(part.women ?? part.men) },
          women: { show: digits(part.women?.value), by: part.women?.value ?? null },
          men: { show: digits(part.men?.value), by: part.men?.value ?? null },
        },
      }))}
    />
  );
}

function IndexTable({ root, parts }: { root: Beside; parts: readonly Beside[] }) {
  const { say, digits, share, title } = useStepWords();
  const product = (step: Step | undefined) =>
    step?.value == null || step.weight === null ? null : step.value * step.weight;
  return (
    <FactTable
      caption={say("caption.index")}
      columns={[
        { id: "part", label: say("column.part") },
        { id: "weight", label: say("column.weight"), numeric: true },
        { id: "women", label: say("women"), numeric: true },
        { id: "womenTimes", label: say("column.womenTimes"), numeric: true },
        { id: "men", label: say("men"), numeric: true },
        { id: "menTimes", label: say("column.menTimes"), numeric: true },
      ]}
      rows={[
        ...parts.map((part) => ({
          id: part.node,
          cells: {
            part: { show: title(part) },
            weight: { show: share(part.women?.weight ?? part.men?.weight) },
            women: { show: digits(part.women?.value), by: part.women?.value ?? null },
            womenTimes: { show: digits(product(part.women)), by: product(part.women) },
            men: { show: digits(part.men?.value), by: part.men?.value ?? null },
            menTimes: { show: digits(product(part.men)), by: product(part.men) },
          },
        })),
        {
          id: root.node,
          cells: {
            part: { show: <strong>{title(root)}</strong> },
            weight: { show: "" },
            women: { show: "" },
            womenTimes: {
              show: <strong>{digits(root.women?.value)}</strong>,
              by: root.women?.value ?? null,
            },
            men: { show: "" },
            menTimes: { show: <strong>{digits(root.men?.value)}</strong>, by: root.men?.value ?? null },
          },
        },
      ]}
    />
  );
}
