import { Button, Radio, Textarea } from "@mantine/core";
import { useState } from "react";
import type { ExtractionCell, ExtractionForm, ExtractionRow } from "#records";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import style from "../appraisal/appraisal.module.css";
import type { BenchTools } from "../appraisal/bench.tsx";
import { QuotedPassage } from "../appraisal/passage-field.tsx";
import { useWording } from "../appraisal/wording.ts";
import type { Review } from "../review-frame.tsx";
import { useActs } from "../use-acts.ts";
import { WideTable } from "../wide-table.tsx";
import { useCellWords } from "./cell-words.ts";
import type { Extracted } from "./extracted.ts";

type Pair = {
  readonly first: ExtractionRow | null;
  readonly second: ExtractionRow | null;
  readonly differing: readonly string[];
};
/** Whose cell counts, by pair and field; a whole row by the field "". */
type Choices = Readonly<Record<string, "first" | "second" | "none">>;

const keyOf = (pair: number, field: string) => `${pair} ${field}`;

/** Two people's rows beside each other; where they differ an adjudicator takes the one or the other. */
export function CompareRows(props: {
  readonly review: Review;
  readonly extracted: Extracted;
  readonly tools: BenchTools;
}) {
  const say = useWords("review-appraisal");
  const { extracted } = props;
  const form = extracted.form as unknown as ExtractionForm;
  const pairs = extracted.pairs as unknown as readonly Pair[];
  const [choices, setChoices] = useState<Choices>({});
  const differing = pairs.filter((pair) => pair.differing.length > 0 || !pair.first || !pair.second);
  const maySettle =
    extracted.mayReconcile && (extracted.status === "to-reconcile" || extracted.by === "reconciled");
  return (
    <section aria-label={say("compareRows.title")}>
      <h2>{say("compareRows.title")}</h2>
      <p>
        {say("compareRows.counts", {
          count: pairs.length,
          differing: differing.length,
          first: extracted.pairNames[0] ?? "",
          second: extracted.pairNames[1] ?? "",
        })}
      </p>
      {pairs.map((pair, at) => (
        <ComparedPair
          // biome-ignore lint/suspicious/noArrayIndexKey: pairs of one answer, never reordered
          key={at}
          at={at}
          pair={pair}
          form={form}
          names={extracted.pairNames}
          tools={props.tools}
          choices={choices}
          {...(maySettle
            ? {
                onChoose: (field: string, whose: Choices[string]) =>
                  setChoices({ ...choices, [keyOf(at, field)]: whose }),
              }
            : {})}
        />
      ))}
      {maySettle ? (
        <Settle {...props} form={form} pairs={pairs} choices={choices} />
      ) : extracted.status === "to-reconcile" ? (
        <p className={style["hint"]}>{say("compare.waits")}</p>
      ) : null}
    </section>
  );
}

function ComparedPair(props: {
  readonly at: number;
  readonly pair: Pair;
  readonly form: ExtractionForm;
  readonly names: readonly string[];
  readonly tools: BenchTools;
  readonly choices: Choices;
  readonly onChoose?: (field: string, whose: Choices[string]) => void;
}) {
  const say = useWords("review-appraisal");
  const word = useWording();
  const inWords = useCellWords();
  const { at, pair, form, names, choices, onChoose, tools } = props;
  const { first, second } = pair;
  const fields = form.fields.filter(({ id }) => first?.cells[id] || second?.cells[id]);
  const side = (row: ExtractionRow | null, which: "first" | "second") =>
    row ? (
      <QuotedPassage passage={row} {...(tools.hasText ? { onShow: tools.show } : {})} />
    ) : (
      <span className={style["missing"]}>
        {say("compareRows.noRow", { name: names[which === "first" ? 0 : 1] ?? "" })}
      </span>
    );
  const chooser = (field: string, which: "first" | "second" | "none", label: string) =>
    onChoose ? (
      <Radio
        size="xs"
        name={`take-${at}-${field}`}
        label={label}
        checked={choices[keyOf(at, field)] === which}
        onChange={() => onChoose(field, which)}
      />
    ) : null;
  const alone = !first || !second;
  return (
    <div className={`${style["box"]} ${alone || pair.differing.length > 0 ? style["differs"] : ""}`}>
      <WideTable label={say("compareRows.pair", { number: at + 1 })}>
        <table>
          <caption>{say("compareRows.pair", { number: at + 1 })}</caption>
          <thead>
            <tr>
              <th scope="col">{say("compare.item")}</th>
              <th scope="col">{names[0]}</th>
              <th scope="col">{names[1]}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{say("rows.passage")}</th>
              <td>
                {side(first, "first")}
                {alone
                  ? chooser(
                      "",
                      first ? "first" : "none",
                      say(first ? "compareRows.takeRow" : "compareRows.leaveRow"),
                    )
                  : null}
              </td>
              <td>
                {side(second, "second")}
                {alone
                  ? chooser(
                      "",
                      second ? "second" : "none",
                      say(second ? "compareRows.takeRow" : "compareRows.leaveRow"),
                    )
                  : null}
              </td>
            </tr>
            {fields.map((field) => {
              const differs = !alone && pair.differing.includes(field.id);
              const of = (cell: ExtractionCell | undefined) => inWords(field, cell) || say("missing.empty");
              return (
                <tr key={field.id}>
                  <th scope="row">
                    {word(field.label)}
                    {differs ? <p className={style["hint"]}>{say("compare.differs")}</p> : null}
                  </th>
                  <td>
                    {first ? of(first.cells[field.id]) : null}
                    {differs
                      ? chooser(field.id, "first", say("compareRows.takeOf", { name: names[0] ?? "" }))
                      : null}
                  </td>
                  <td>
                    {second ? of(second.cells[field.id]) : null}
                    {differs
                      ? chooser(field.id, "second", say("compareRows.takeOf", { name: names[1] ?? "" }))
                      : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </WideTable>
    </div>
  );
}

/** What of a pair is still undecided. */
const openFields = (pair: Pair, at: number, choices: Choices): readonly string[] =>
  (!pair.first || !pair.second ? [""] : pair.differing).filter((field) => !choices[keyOf(at, field)]);

/** The row a pair comes to; null where it is left out. */
function settledRow(pair: Pair, at: number, choices: Choices): ExtractionRow | null {
  const { first, second } = pair;
  if (!first || !second) return choices[keyOf(at, "")] === "none" ? null : (first ?? second);
  const cells = { ...first.cells };
  for (const field of pair.differing) {
    if (choices[keyOf(at, field)] !== "second") continue;
    const cell = second.cells[field];
    if (!cell) delete cells[field];
    // What rests on the other's passage keeps it, where the rows name different ones.
    else
      cells[field] =
        cell.anchor || cell.typed ? cell : { ...cell, anchor: second.anchor, typed: second.typed };
  }
  return { ...first, cells };
}

function Settle(props: {
  readonly review: Review;
  readonly extracted: Extracted;
  readonly form: ExtractionForm;
  readonly pairs: readonly Pair[];
  readonly choices: Choices;
}) {
  const say = useWords("review-appraisal");
  const { extracted, form, pairs, choices } = props;
  const acts = useActs(props.review.id);
  const [reason, setReason] = useState("");
  const open = pairs.reduce((sum, pair, at) => sum + openFields(pair, at, choices).length, 0);
  const why =
    open > 0
      ? say("compareRows.open", { count: open })
      : reason.trim() === ""
        ? say("decide.needsReason")
        : null;
  const send = () => {
    const seen = new Set<string>();
    const rows = pairs
      .map((pair, at) => settledRow(pair, at, choices))
      .filter((row) => row !== null)
      .map(({ row, anchor, typed, proposal, cells }) => {
        // Both may have given a row the same name.
        const name = seen.has(row) ? `${row.slice(0, 30)}-${seen.size}` : row;
        seen.add(name);
        return { row: name, anchor, typed, proposal, cells };
      });
    void acts.record({
      kind: "extraction.reconciled",
      record: extracted.report.record,
      form: form.id,
      version: form.version,
      rows: rows as never,
      reason,
    });
  };
  return (
    <div className={style["form"]}>
      <Textarea
        label={say("reason")}
        required
        autosize
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemList problems={acts.problems} />
      <Button loading={acts.running} disabled={why !== null} title={why ?? undefined} onClick={send}>
        {say("reconcile.button", { record: extracted.report.record })}
      </Button>
      {why === null ? null : <p className={style["hint"]}>{why}</p>}
    </div>
  );
}
