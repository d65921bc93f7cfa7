import { Link } from "@tanstack/react-router";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage, placeName } from "../indexes/names.ts";
import type { Comparison } from "./shares-of-area.ts";

/** What is not the same in the two runs, one line for each cause. */
export function WhatDiffers({ comparison }: { comparison: Comparison }) {
  const say = useWords("index-comparison");
  const language = useLanguage();
  const format = useFormat();
  const { from, to, changes, names, periods, causes } = comparison;
  const places = (codes: readonly string[]) => codes.map((code) => placeName(code, language)).join(", ");
  const named = (ids: readonly string[]) =>
    ids.map((id) => (names[id] ? inLanguage(names[id], language) : id)).join(", ");
  const has = (cause: Comparison["causes"][number]["cause"]) => causes.some((one) => one.cause === cause);
  const count = (kind: "new" | "changed" | "withdrawn") =>
    changes.values.reduce((sum, series) => sum + series[kind], 0);
  const kinds = (["changed", "new", "withdrawn"] as const).flatMap((kind) =>
    count(kind) > 0 ? [say(`values.${kind}`, { count: count(kind), shown: format.number(count(kind)) })] : [],
  );
  return (
    <ul>
      {from.release !== to.release ? (
        <li>
          {say("differs.release")}{" "}
          <Link to="/data/$release" params={{ release: from.release }}>
            {from.release}
          </Link>{" "}
          →{" "}
          <Link to="/data/$release" params={{ release: to.release }}>
            {to.release}
          </Link>
        </li>
      ) : null}
      {has("values") ? (
        <li>
          {say("differs.values", {
            list: kinds.join(", "),
            indicators: named(changes.values.map(({ series }) => series)),
          })}
        </li>
      ) : null}
      {changes.entered.length > 0 ? (
        <li>{say("differs.entered", { list: places(changes.entered) })}</li>
      ) : null}
      {changes.left.length > 0 ? <li>{say("differs.left", { list: places(changes.left) })}</li> : null}
      {has("definition") ? (
        <li>
          {say("differs.definition", {
            from: `${from.definitionId} ${from.definitionVersion}`,
            to: `${to.definitionId} ${to.definitionVersion}`,
            list: changes.definition.map((part) => say(`part.${part}`)).join(", "),
          })}
        </li>
      ) : null}
      {changes.indicatorsAdded.length > 0 ? (
        <li>{say("differs.added", { list: named(changes.indicatorsAdded) })}</li>
      ) : null}
      {changes.indicatorsRemoved.length > 0 ? (
        <li>{say("differs.removed", { list: named(changes.indicatorsRemoved) })}</li>
      ) : null}
      {changes.rules ? <li>{say("differs.rules")}</li> : null}
      {changes.chosenOtherwise > 0 ? (
        <li>{say("differs.chosen", { count: changes.chosenOtherwise })}</li>
      ) : null}
      {periods[0] !== periods[1] ? (
        <li>{say("differs.period", { from: periods[0] ?? "–", to: periods[1] ?? "–" })}</li>
      ) : null}
    </ul>
  );
}
