import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ExtractionForm, ExtractionRow } from "#records";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { EmptyState } from "../../shared/states.tsx";
import style from "../appraisal/appraisal.module.css";
import type { BenchTools } from "../appraisal/bench.tsx";
import { useKept } from "../appraisal/use-kept.ts";
import type { Review } from "../review-frame.tsx";
import { useActs } from "../use-acts.ts";
import type { Extracted } from "./extracted.ts";
import { ProposalsList } from "./proposals-list.tsx";
import { emptyRow, RowForm } from "./row-form.tsx";
import { RowsTable } from "./rows-table.tsx";

/** One's own rows of a report: filled in, taken over from proposals, submitted, opened again. */
export function ExtractWork(props: {
  readonly review: Review;
  readonly extracted: Extracted;
  readonly tools: BenchTools;
  readonly chosen: string | undefined;
}) {
  const say = useWords("review-appraisal");
  const { review, extracted, tools } = props;
  const { record } = extracted.report;
  const form = extracted.form as unknown as ExtractionForm;
  const rows = (extracted.own?.rows ?? []) as unknown as readonly ExtractionRow[];
  const acts = useActs(review.id);
  const [edited, edit] = useKept<ExtractionRow>(
    `extraction ${review.id} ${record} ${review.me ?? ""} ${form.id} ${form.version}`,
  );
  const isSubmitted = extracted.own?.submitted ?? false;
  const save = async (row: ExtractionRow): Promise<boolean> => {
    const done = await acts.record({
      kind: "extraction.row-set",
      record,
      form: form.id,
      version: form.version,
      ...(row as unknown as { row: string; cells: never }),
    });
    return done !== null;
  };
  return (
    <section aria-label={say("extract.own")}>
      <h2>{say("extract.own")}</h2>
      {rows.length === 0 ? (
        <EmptyState
          what={say(isSubmitted ? "extract.nothingSaid" : "extract.noRows")}
          how={isSubmitted ? undefined : say("extract.howRows")}
        />
      ) : (
        <RowsTable
          form={form}
          rows={rows}
          tools={tools}
          {...(isSubmitted
            ? {}
            : {
                actions: (row: ExtractionRow) => (
                  <span className={style["line"]}>
                    <Button size="compact-xs" variant="default" onClick={() => edit(row)}>
                      {say("row.change")}
                    </Button>
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() =>
                        void acts.record({ kind: "extraction.row-removed", record, row: row.row })
                      }
                    >
                      {say("row.remove")}
                    </Button>
                  </span>
                ),
              })}
        />
      )}
      {extracted.own && extracted.own.withheld > 0 ? (
        <p className={style["hint"]}>{say("rows.withheld", { count: extracted.own.withheld })}</p>
      ) : null}
      {isSubmitted ? (
        <Reopen review={review} record={record} />
      ) : (
        <>
          {edited ? (
            <RowForm
              form={form}
              row={edited}
              tools={tools}
              problems={acts.problems}
              running={acts.running}
              saveLabel={say("row.save")}
              onChange={edit}
              onSave={() => void save(edited).then((done) => done && edit(null))}
              onLeave={() => {
                acts.clear();
                edit(null);
              }}
            />
          ) : (
            <>
              <ProblemList problems={acts.problems} />
              <p className={style["line"]}>
                <Button onClick={() => edit(withMarked(emptyRow(), form, tools))}>{say("row.new")}</Button>
              </p>
            </>
          )}
          {tools.hasText && !edited ? (
            <ProposalsList
              review={review}
              record={record}
              form={form}
              tools={tools}
              onTake={save}
              onEdit={edit}
            />
          ) : null}
          <Submit
            review={review}
            record={record}
            rows={rows.length}
            people={extracted.plan?.extractors ?? 1}
          />
        </>
      )}
    </section>
  );
}

/** A new row begins with what is marked in the text. */
function withMarked(row: ExtractionRow, form: ExtractionForm, { marked }: BenchTools): ExtractionRow {
  if (!marked) return row;
  const cells = form.fields
    .filter(({ fill }) => fill === "passage-text")
    .map(({ id }) => [id, { value: marked.quote, missing: null, anchor: null, typed: null, note: null }]);
  return { ...row, anchor: marked, cells: Object.fromEntries(cells) };
}

function Submit(props: {
  readonly review: Review;
  readonly record: string;
  readonly rows: number;
  readonly people: number;
}) {
  const say = useWords("review-appraisal");
  const acts = useActs(props.review.id);
  const [nothing, setNothing] = useState("");
  const { record, rows } = props;
  return (
    <form
      className={style["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        void acts.record({ kind: "extraction.submitted", record, nothing: rows > 0 ? null : nothing });
      }}
    >
      {rows === 0 ? (
        <TextInput
          label={say("extract.nothing")}
          description={say("extract.nothingNote")}
          value={nothing}
          required
          onChange={(event) => setNothing(event.currentTarget.value)}
        />
      ) : null}
      <Button type="submit" variant={rows > 0 ? "filled" : "default"} loading={acts.running}>
        {rows > 0 ? say("extract.submit", { count: rows, record }) : say("extract.submitNothing", { record })}
      </Button>
      <p className={style["hint"]}>{say(props.people === 1 ? "appraise.one" : "appraise.blind")}</p>
      <ProblemList problems={acts.problems} />
    </form>
  );
}

function Reopen(props: { readonly review: Review; readonly record: string }) {
  const say = useWords("review-appraisal");
  const acts = useActs(props.review.id);
  const [reason, setReason] = useState("");
  return (
    <details>
      <summary>{say("appraise.reopen")}</summary>
      <form
        className={style["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          void acts.record({ kind: "extraction.withdrawn", record: props.record, reason });
        }}
      >
        <TextInput
          label={say("reason")}
          description={say("appraise.reopenNote")}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={acts.running}>
          {say("appraise.reopen")}
        </Button>
        <ProblemList problems={acts.problems} />
      </form>
    </details>
  );
}
