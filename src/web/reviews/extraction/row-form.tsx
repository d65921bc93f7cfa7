import { Button } from "@mantine/core";
import type { ExtractionForm, ExtractionRow } from "#records";
import { useWords } from "../../i18n.ts";
import type { ProblemShown } from "../../shared/problem-list.tsx";
import { ProblemList } from "../../shared/problem-list.tsx";
import style from "../appraisal/appraisal.module.css";
import type { BenchTools } from "../appraisal/bench.tsx";
import { PassageField } from "../appraisal/passage-field.tsx";
import { CellInput } from "./cell-input.tsx";

export const emptyRow = (): ExtractionRow => ({
  row: crypto.randomUUID().slice(0, 8),
  anchor: null,
  typed: null,
  proposal: null,
  cells: {},
});

/** A row as it is filled in: its passage, then each field of the form. */
export function RowForm(props: {
  readonly form: ExtractionForm;
  readonly row: ExtractionRow;
  readonly tools: BenchTools;
  readonly problems: readonly ProblemShown[];
  readonly running: boolean;
  readonly saveLabel: string;
  readonly onChange: (row: ExtractionRow) => void;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}) {
  const say = useWords("review-appraisal");
  const { form, row, tools, onChange } = props;
  const setCell = (id: string, cell: ExtractionRow["cells"][string] | null) => {
    const { [id]: _, ...others } = row.cells;
    onChange({ ...row, cells: cell === null ? others : { ...others, [id]: cell } });
  };
  /** A new passage fills the fields that take the words of the passage, where they are empty. */
  const setPassage = ({ anchor, typed }: Pick<ExtractionRow, "anchor" | "typed">) => {
    const words = anchor?.quote ?? typed?.text ?? null;
    const filled = form.fields
      .filter(({ id, fill }) => fill === "passage-text" && words !== null && !row.cells[id])
      .map(({ id }) => [id, { value: words, missing: null, anchor: null, typed: null, note: null }]);
    onChange({ ...row, anchor, typed, cells: { ...row.cells, ...Object.fromEntries(filled) } });
  };
  return (
    <section
      className={style["box"]}
      aria-label={say("row.title")}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) props.onSave();
      }}
    >
      <h3>{say("row.title")}</h3>
      <p className={style["hint"]}>{say("row.passageNote")}</p>
      <PassageField
        passage={row}
        marked={tools.marked}
        hasText={tools.hasText}
        of={say("row.title")}
        onShow={tools.show}
        onChange={setPassage}
      />
      {form.fields.map((field) => (
        <CellInput
          key={field.id}
          field={field}
          cell={row.cells[field.id]}
          rowHasPassage={row.anchor !== null || row.typed !== null}
          tools={tools}
          onChange={(cell) => setCell(field.id, cell)}
        />
      ))}
      <ProblemList problems={props.problems} />
      <p className={style["line"]}>
        <Button loading={props.running} onClick={props.onSave} aria-keyshortcuts="Control+Enter">
          <span>
            {props.saveLabel} <kbd>{say("row.saveKey")}</kbd>
          </span>
        </Button>
        <Button variant="default" onClick={props.onLeave}>
          {say("row.leave")}
        </Button>
      </p>
    </section>
  );
}
