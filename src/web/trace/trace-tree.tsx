import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { TraceNodeShape } from "#contract";
import { origins } from "#records";
import { useFormat } from "../format.ts";
import { hasWord, type Say, useWords } from "../i18n.ts";
import { codeText } from "../indexes/rating-text.ts";
import { RecipeList } from "../indexes/recipe-list.tsx";
import { OriginMark } from "../shared/origin-mark.tsx";
import { ShortHash } from "../shared/short-hash.tsx";
import { PassageText } from "./passage-text.tsx";
import { SourceCell } from "./source-cell.tsx";
import { depthOf, idPart, sourcesOf } from "./steps.ts";
import { ContributionLine, WorkedTable } from "./worked-table.tsx";
import "../charts/facts.css";

/** Inputs of one step that are shown at once. */
const firstShown = 12;

/**
 * The path as a list in a list. What is asked about stands first; below each step, what it was made from.
 * The first way down to a source is open, the others open on demand.
 */
export function TraceTree({ root }: { root: TraceNodeShape }) {
  const say = useWords("trace");
  return (
    <>
      <p>{say("summary", { count: depthOf(root), sources: sourcesOf(root).size })}</p>
      <ol className="trace">
        <Step node={root} open />
      </ol>
    </>
  );
}

function Step({ node, open }: { node: TraceNodeShape; open: boolean }) {
  const say = useWords("trace");
  const sayTerm = useWords("terms");
  const [all, setAll] = useState(false);
  const shown = all ? node.inputs : node.inputs.slice(0, firstShown);
  return (
    <li className="trace-step">
      <div className="trace-box">
        <p className="trace-kind">{kindText(say, node.kind)}</p>
        <p className="trace-label">
          <span lang={isKindOfPassage(node) ? undefined : "en"}>
            {isKindOfPassage(node) ? sayTerm(`kind.${node.label}`) : node.label}
          </span>
          <StepValue node={node} />
        </p>
        <ContributionLine node={node} />
        <NodeLink node={node} />
        <WorkedTable node={node} />
        {node.kind === "passage" ? <PassageText node={node} /> : null}
        {node.recipe ? (
          <details>
            <summary>{say("recipe")}</summary>
            <RecipeList recipe={node.recipe} />
          </details>
        ) : null}
        {node.source ? <SourceOf source={node.source} /> : null}
        <p className="trace-id fact-code">
          {node.kind === "document" ? (
            node.id
          ) : (
            <Link to="/trace" search={{ id: node.id }}>
              {node.id}
            </Link>
          )}
        </p>
      </div>
      {node.inputs.length > 0 ? (
        <details open={open}>
          <summary>{say("madeFrom", { count: node.inputs.length })}</summary>
          <ol className="trace">
            {shown.map((input, i) => (
              <Step key={input.id} node={input} open={open && i === wayDown(shown)} />
            ))}
          </ol>
          {shown.length < node.inputs.length ? (
            <Button variant="subtle" onClick={() => setAll(true)}>
              {say("showAll", { count: node.inputs.length })}
            </Button>
          ) : null}
        </details>
      ) : null}
    </li>
  );
}

/** What a step gave: a figure, a reason why there is none, a mark of what it describes, a hash. */
function StepValue({ node }: { node: TraceNodeShape }) {
  const say = useWords("trace");
  const sayChart = useWords("charts");
  const format = useFormat();
  const { kind, value } = node;
  if (value === null || kind === "passage") return null;
  if (typeof value === "number") return <strong className="trace-value">{format.number(value, 12)}</strong>;
  if (kind === "run" || kind === "definition" || kind === "edition")
    return (
      <span className="trace-hash">
        {say("hash")} <ShortHash hash={value} />
      </span>
    );
  const origin = origins.find((one) => one === value);
  if (origin)
    return (
      <>
        {" "}
        <OriginMark origin={origin} />
      </>
    );
  if (kind === "document") return <span className="trace-hash">{say("readBy", { reader: value })}</span>;
  if (kind === "ratification") return <strong className="trace-value">{format.date(value)}</strong>;
  return (
    <em className="trace-value">{codeText(sayChart, kind === "score" ? "reason" : "missing", value)}</em>
  );
}

/** A passage is labelled by its kind, which the evidence pages have words for; other labels are the server's. */
const isKindOfPassage = (node: TraceNodeShape) =>
  node.kind === "passage" && hasWord("terms", `kind.${node.label}`);

/** The input to open first: a figure rather than the run, so that the way leads down to a cell. */
function wayDown(inputs: readonly TraceNodeShape[]): number {
  const figure = inputs.findIndex((input) => input.kind === "score" || input.kind === "observation");
  return Math.max(0, figure);
}

const kinds = [
  "score",
  "run",
  "definition",
  "release",
  "observation",
  "passage",
  "evaluation",
  "ratification",
  "document",
  "study",
  "edition",
  "source",
] as const;

const kindText = (say: Say, kind: string) => {
  const known = kinds.find((one) => one === kind);
  return known ? say(`kind.${known}`) : kind;
};

function SourceOf({ source }: { source: NonNullable<TraceNodeShape["source"]> }) {
  const say = useWords("trace");
  const { locator } = source;
  return (
    <>
      <dl className="fact-list">
        <dt>{say("file")}</dt>
        <dd>{source.file}</dd>
        <dt>{say("hash")}</dt>
        <dd>
          <ShortHash hash={source.sha256} />
        </dd>
        {locator === null ? null : (
          <>
            <dt>{say("place")}</dt>
            <dd>
              {"row" in locator
                ? [
                    locator.sheet === null ? null : say("sheet", { sheet: locator.sheet }),
                    say("cell", { row: locator.row, column: locator.column }),
                  ]
                    .filter(Boolean)
                    .join(", ")
                : [
                    locator.page === null ? null : say("page", { page: locator.page }),
                    say("characters", {
                      spans: locator.spans.map(([from, to]) => `${from}–${to}`).join(", "),
                    }),
                  ]
                    .filter(Boolean)
                    .join(", ")}
            </dd>
          </>
        )}
      </dl>
      {locator !== null && "row" in locator ? (
        <SourceCell sha256={source.sha256} row={locator.row} column={locator.column} />
      ) : null}
    </>
  );
}

/** The page of what a step speaks of, where there is one. */
function NodeLink({ node }: { node: TraceNodeShape }) {
  const say = useWords("trace");
  const id = idPart(node.id);
  const text = say("open");
  if (node.kind === "run")
    return (
      <Link to="/indexes/runs/$id" params={{ id }}>
        {text}
      </Link>
    );
  if (node.kind === "release")
    return (
      <Link to="/data/$release" params={{ release: id }}>
        {text}
      </Link>
    );
  if (node.kind === "study" || node.kind === "edition")
    return (
      <Link to="/surveys/$id" params={{ id: id.split("/")[0] ?? id }}>
        {text}
      </Link>
    );
  if (node.kind === "evaluation")
    return (
      <Link to="/evidence/evaluations/$id" params={{ id }}>
        {text}
      </Link>
    );
  if (node.kind === "document")
    return (
      <Link to="/evidence/reports/$sha256" params={{ sha256: id }}>
        {text}
      </Link>
    );
  if (node.kind === "passage" && node.source)
    return (
      <Link to="/evidence/reports/$sha256" params={{ sha256: node.source.sha256 }} search={{ passage: id }}>
        {say("openReport")}
      </Link>
    );
  return null;
}
