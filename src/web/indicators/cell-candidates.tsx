import { Button, NativeSelect, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { type CallInput, type CallReply, routes } from "#contract";
import { useApi, useApiAction, useSession } from "../api.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { codeText } from "../indexes/rating-text.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./indicators.module.css";

type Cell = CallReply<typeof routes.selectionCell>;
type Key = Cell["cell"];
type Selection = Pick<CallReply<typeof routes.selection>, "id" | "version">;
type Override = CallInput<typeof routes.overrideSelection>["body"]["overrides"][number];

/** Every candidate of one value, what became of it, and the form by which a person decides otherwise. */
export function CellCandidates(props: {
  readonly selection: Selection;
  readonly cell: Key;
  readonly isNewest: boolean;
}) {
  const { selection, cell } = props;
  const say = useWords("indicators");
  const sayChart = useWords("charts");
  const answer = useApi(
    routes.selectionCell,
    { params: { id: selection.id }, query: { ...cell, version: selection.version } },
    { keep: true },
  );
  const shownValue = useShownValue();
  return (
    <Answered answer={answer} lines={8}>
      {(found) =>
        found.candidates.length === 0 ? (
          <EmptyState what={say("cell.none")} />
        ) : (
          <>
            <p role="status">
              {say("cell.sentence", {
                value: shownValue(found),
                unit: found.unit === null ? "" : codeText(sayChart, "unit", found.unit),
                why: say(`why.${found.why}`),
                count: found.candidates.length,
              })}
            </p>
            <Candidates of={found.candidates.filter(({ fate }) => fate !== "outside-window")} />
            {outside(found).length > 0 ? (
              <details>
                <summary>{say("cell.outside", { count: outside(found).length })}</summary>
                <Candidates of={outside(found)} />
              </details>
            ) : null}
            <DecideForm key={JSON.stringify(found.cell)} found={found} {...props} />
          </>
        )
      }
    </Answered>
  );
}

const outside = ({ candidates }: Cell) => candidates.filter(({ fate }) => fate === "outside-window");

function Candidates({ of }: { readonly of: Cell["candidates"] }) {
  const say = useWords("indicators");
  const sayChart = useWords("charts");
  const shownValue = useShownValue();
  return (
    <FactTable
      caption={say("cell.caption")}
      columns={[
        { id: "period", label: sayChart("column.period"), short: true },
        { id: "value", label: sayChart("column.value"), numeric: true },
        { id: "source", label: sayChart("column.source") },
        { id: "series", label: say("column.series") },
        { id: "release", label: say("column.release") },
        { id: "status", label: sayChart("column.status") },
        { id: "fate", label: say("column.fate"), wide: true },
      ]}
      rows={of.map((one) => ({
        id: one.id,
        cells: {
          period: { show: one.period },
          value: {
            show: (
              <>
                {one.value === null ? <em>{shownValue(one)}</em> : shownValue(one)}{" "}
                <TraceMark id={one.id} of={`${one.source}, ${one.period}`} />
              </>
            ),
          },
          source: {
            show: one.sourcePlace === null ? one.source : `${one.sourcePlace}. ${one.source}`,
          },
          series: { show: one.indicator },
          release: {
            show: (
              <Link to="/data/$release" params={{ release: one.release }}>
                {one.release}
              </Link>
            ),
          },
          status: { show: one.status === null ? "" : codeText(sayChart, "status", one.status) },
          fate: {
            show: (
              <span className={one.fate.startsWith("taken") ? style["taken"] : undefined}>
                {say(`fate.${one.fate}`)}
              </span>
            ),
          },
        },
      }))}
    />
  );
}

/** A value as the language writes it, or the reason why there is none. */
function useShownValue() {
  const sayChart = useWords("charts");
  const format = useFormat();
  return (one: { readonly value: number | null; readonly missing: string | null }): string =>
    one.value === null
      ? codeText(sayChart, "missing", one.missing ?? "missing")
      : format.number(one.value, Math.abs(one.value) < 10 ? 3 : 1);
}

/** For what a person takes no value: why there is none. */
const absences = ["not-stated", "not-applicable", "not-collected", "suppressed", "missing"] as const;

function DecideForm({
  selection,
  isNewest,
  found,
}: Parameters<typeof CellCandidates>[0] & { readonly found: Cell }) {
  const say = useWords("indicators");
  const sayChart = useWords("charts");
  const shownValue = useShownValue();
  const { may } = useSession();
  const decide = useApiAction(routes.overrideSelection);
  const [take, setTake] = useState("");
  const [missing, setMissing] = useState<(typeof absences)[number]>("not-stated");
  const [reason, setReason] = useState("");
  if (!may(routes.overrideSelection) || !isNewest) return null;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    // The value whose candidates stand here; the page may already be asked for another.
    const override = { ...found.cell, take, missing: take === "none" ? missing : null, reason } as Override;
    const done = await decide.run({
      params: { id: selection.id },
      body: { version: selection.version, overrides: [override] },
    });
    if (done) setReason("");
  };
  const isByPerson = found.why === "person" || found.why === "none-by-person";
  return (
    <form className={style["form"]} onSubmit={(event) => void send(event)} data-print="hide">
      <NativeSelect
        label={say("decide.label")}
        value={take}
        required
        onChange={(event) => setTake(event.currentTarget.value)}
        data={[
          { value: "", label: say("series.chooseOne") },
          ...found.candidates
            .filter(({ fate }) => !fate.startsWith("taken"))
            .map((one) => ({
              value: one.id,
              label: `${shownValue(one)} (${one.source}, ${one.period}, ${one.release})`,
            })),
          { value: "none", label: say("take.none") },
          ...(isByPerson ? [{ value: "rule", label: say("take.rule") }] : []),
        ]}
      />
      {take === "none" ? (
        <NativeSelect
          label={say("decide.missing")}
          value={missing}
          onChange={(event) => setMissing(event.currentTarget.value as (typeof absences)[number])}
          data={absences.map((value) => ({ value, label: sayChart(`code.missing.${value}`) }))}
        />
      ) : null}
      <TextInput
        label={say("column.reason")}
        description={say("decide.reason")}
        value={reason}
        required
        minLength={3}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemList problems={decide.problems} />
      <p>
        <Button type="submit" loading={decide.running} disabled={take === ""}>
          {say("decide.send")}
        </Button>
      </p>
    </form>
  );
}
