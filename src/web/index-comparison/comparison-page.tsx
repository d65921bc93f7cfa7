import { Checkbox, NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { addressOf, routes } from "#contract";
import { useApi } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { ReconstructionMark } from "../charts/marks-of-doubt.tsx";
import { folded } from "../folded.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage, placeName } from "../indexes/names.ts";
import lists from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import type { ComparisonState } from "./search-params.ts";
import { SharesFigure } from "./shares-figure.tsx";
import { type Comparison, hasMoved, shareDigits, shownChange } from "./shares-of-area.ts";
import { useComparisonWords } from "./use-comparison-words.ts";
import { WhatDiffers } from "./what-differs.tsx";
import "../charts/facts.css";

const address = getRouteApi("/indexes/compare");

/** Why ranks differ between two runs of an index. */
export function ComparisonPage() {
  const say = useWords("index-comparison");
  const language = useLanguage();
  const format = useFormat();
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const change = (part: Partial<ComparisonState>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const runs = useApi(routes.listRuns, {});
  return (
    <Page title={say("title")} lead={say("lead")}>
      <Answered answer={runs} lines={3}>
        {(list) => {
          if (list.length < 2) return <EmptyState what={say("empty")} how={say("emptyHow")} />;
          const choices = [
            { value: "", label: say("choose.none") },
            ...list.map((run) => ({
              value: run.id,
              label: `${inLanguage(run.title, language)} ${run.definitionVersion} · ${run.release} · ${format.date(run.createdAt)}`,
            })),
          ];
          const other = { node: undefined, periodFrom: undefined, periodTo: undefined };
          return (
            <>
              <SimpleGrid cols={{ base: 1, sm: 2 }} data-print="hide">
                {(["from", "to"] as const).map((side) => (
                  <NativeSelect
                    key={side}
                    label={say(`choose.${side}`)}
                    value={state[side] ?? ""}
                    onChange={(event) => change({ ...other, [side]: event.currentTarget.value || undefined })}
                    data={choices}
                  />
                ))}
              </SimpleGrid>
              {state.from && state.to ? (
                <Compared state={{ ...state, from: state.from, to: state.to }} change={change} />
              ) : (
                <EmptyState what={say("choose.what")} how={say("choose.how")} />
              )}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

type Chosen = ComparisonState & { readonly from: string; readonly to: string };
type Change = (part: Partial<ComparisonState>) => void;

function Compared({ state, change }: { state: Chosen; change: Change }) {
  const { from, to, node, periodFrom, periodTo, divide } = state;
  const query = { from, to, node, periodFrom, periodTo, divide };
  // The choices of node and period stand in the answer: they must not go while the next one comes.
  const answer = useApi(routes.compareRuns, { query }, { keep: true });
  return (
    <Answered answer={answer} lines={12}>
      {(comparison) => (
        <div aria-busy={answer.refreshing} className={answer.refreshing ? lists["refreshing"] : undefined}>
          <ComparisonParts comparison={comparison} state={state} change={change} />
        </div>
      )}
    </Answered>
  );
}

function ComparisonParts({
  comparison,
  state,
  change,
}: {
  comparison: Comparison;
  state: Chosen;
  change: Change;
}) {
  const say = useWords("index-comparison");
  const language = useLanguage();
  const format = useFormat();
  const words = useComparisonWords(comparison);
  const { from, to, causes, divided, choices, nodes, periods, failed, mixtures, names } = comparison;
  const all = comparison.areas.map(shownChange);
  const ranked = all.filter(({ gained }) => gained !== null);
  const moved = ranked.filter(({ gained }) => gained !== 0);
  const wanted = folded((state.find ?? "").trim());
  const shown = all.filter(
    (one) =>
      (state.show === "all" || hasMoved(one)) &&
      (wanted === "" || folded(`${placeName(one.area, language)} ${one.area}`).includes(wanted)),
  );
  const first = [...causes].sort((a, b) => b.places - a.places)[0];
  const numbers = { count: moved.length, of: ranked.length };
  const sentence =
    first === undefined
      ? say("summary.same")
      : `${say("summary.moved", numbers)} ${say("summary.first", {
          cause: words.cause(first.cause),
          places: format.number(first.places, shareDigits),
          largest: first.largestFor,
        })}`;
  const name = (id: string) => (names[id] ? inLanguage(names[id], language) : id);
  const { from: fromId, to: toId, node, periodFrom, periodTo, divide } = state;
  const query = { from: fromId, to: toId, node, periodFrom, periodTo, divide, language };
  return (
    <>
      <p className="fact-notice">
        {[from, to].map((run, side) => (
          <span key={side === 0 ? "from" : "to"}>
            {side === 1 ? " → " : ""}
            <Link to="/indexes/runs/$id" params={{ id: run.id }}>
              {run.id}
            </Link>{" "}
            {run.reconstruction ? <ReconstructionMark /> : null} <OriginMark origin={run.origin} />
          </span>
        ))}
      </p>
      <Section title={say("summary.heading")}>
        <p>{sentence}</p>
        {causes.length > 0 ? (
          <>
            <WhatDiffers comparison={comparison} />
            <FactTable
              caption={say("summary.caption")}
              columns={[
                { id: "cause", label: say("column.cause") },
                { id: "places", label: say("column.places"), numeric: true },
                { id: "largest", label: say("column.largest"), numeric: true },
              ]}
              rows={causes.map(({ cause, places, largestFor }) => ({
                id: cause,
                cells: {
                  cause: { show: words.cause(cause) },
                  places: { show: format.number(places, shareDigits) },
                  largest: { show: largestFor },
                },
              }))}
            />
          </>
        ) : null}
      </Section>
      <Section title={say("shares.heading")} note={say("shares.note")}>
        <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} data-print="hide">
          {choices.nodes.length > 1 ? (
            <NativeSelect
              label={say("choose.node")}
              value={choices.nodes.find((id) => id === state.node) ?? nodes[0]}
              onChange={(event) => change({ node: event.currentTarget.value })}
              data={choices.nodes.map((id) => ({ value: id, label: name(id) }))}
            />
          ) : null}
          {(
            [
              ["periodFrom", choices.periodsFrom, periods[0]],
              ["periodTo", choices.periodsTo, periods[1]],
            ] as const
          ).map(([key, list, value]) =>
            list.length > 1 ? (
              <NativeSelect
                key={key}
                label={say(`choose.${key}`)}
                value={value ?? ""}
                onChange={(event) =>
                  change({
                    periodFrom: periods[0] ?? undefined,
                    periodTo: periods[1] ?? undefined,
                    [key]: event.currentTarget.value,
                  })
                }
                data={list.map((period) => ({ value: period ?? "", label: period ?? "–" }))}
              />
            ) : null,
          )}
          <NativeSelect
            label={say("choose.divide")}
            value={divide ?? ""}
            onChange={(event) =>
              change({
                divide: (event.currentTarget.value || undefined) as ComparisonState["divide"],
              })
            }
            data={(["", "values", "definition"] as const)
              .filter((id) => id === "" || causes.some(({ cause }) => cause === id))
              .map((id) => ({ value: id, label: say(`divide.${id || "none"}`) }))}
          />
          <TextInput
            label={say("choose.find")}
            value={state.find ?? ""}
            onChange={(event) => change({ find: event.currentTarget.value || undefined })}
          />
        </SimpleGrid>
        <Checkbox
          label={say("choose.all", { count: all.filter((one) => !hasMoved(one)).length })}
          checked={state.show === "all"}
          onChange={(event) => change({ show: event.currentTarget.checked ? "all" : undefined })}
          data-print="hide"
        />
        {shown.length === 0 ? (
          <p>{say("shares.none")}</p>
        ) : (
          <SharesFigure
            comparison={comparison}
            changes={shown}
            title={say("chart.title", { title: inLanguage(to.title, language) })}
            state={state}
            change={change}
          />
        )}
        <ul className="fact-links" data-print="hide">
          {(["csv", "xlsx", "json"] as const).map((format) => (
            <li key={format}>
              <a href={addressOf(routes.downloadComparison, {}, { ...query, format })} download>
                {say("download", { kind: format.toUpperCase() })}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say("how.heading")}>
        <p>{say("how.shapley", { count: mixtures, mixtures: format.number(mixtures) })}</p>
        <p>{say("how.mixtures")}</p>
        <p>{say("how.relative")}</p>
        {divided?.drawn ? (
          <p>
            {say("how.drawn", {
              orders: divided.drawn.orders,
              error: format.number(divided.drawn.largestError, 2),
            })}
          </p>
        ) : null}
        {failed.length > 0 ? <p>{say("how.failed", { count: failed.length })}</p> : null}
      </Section>
    </>
  );
}
