import { Button, NativeSelect, TextInput } from "@mantine/core";
import { missingReasons } from "#kernel";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import {
  changedField,
  type MappedField,
  type Mapping,
  withField,
  withoutField,
  withValue,
} from "./mapping-draft.ts";
import type { OpenedTable } from "./opened-table.ts";
import style from "./registry.module.css";
import { useTermLabel } from "./use-terms.ts";

type Proposed = OpenedTable["proposal"]["fields"][number];

const separators = ["newline", "semicolon", "bar", "comma-blanks", "comma", "slash", "and"] as const;
const listKinds = ["list", "people", "countries", "languages", "codes", "symbols", "links", "targets"];

type Editing = {
  readonly opened: OpenedTable;
  readonly mapping: Mapping;
  readonly proposal: (field: string) => Proposed | null;
  readonly onChange: (mapping: Mapping) => void;
};

/** The name of a field as the pages call it. */
export function useFieldName(): (field: string) => string {
  const say = useWords("registry");
  const term = useWords("terms");
  return (field) => {
    const language = /^title\.(en|fr|es|pt)$/.exec(field)?.[1];
    if (language) return `${say("field.title")} (${term(`language.${language}`)})`;
    return field === "id" || field === "symbols" || field === "linkTitles"
      ? say(`mapField.${field}`)
      : say(`field.${field}`);
  };
}

/** Column by column: which fields it fills, why that was proposed, and what its values mean. */
export function MappingEditor(props: Editing) {
  const { mapping, onChange } = props;
  const say = useWords("registry");
  const examples = new Map(props.opened.proposal.unused.map((one) => [one.column, one]));
  return (
    <>
      <div className={style["decide"]}>
        <TextInput
          label={say("table.prefix")}
          description={say("table.prefixHint")}
          value={mapping.prefix}
          maxLength={24}
          onChange={(event) => onChange({ ...mapping, prefix: event.currentTarget.value.toLowerCase() })}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={style["wide"]} tabIndex={0} aria-label={say("table.mapping")}>
        <table className={`${style["table"]} ${style["mapping"]}`}>
          <thead>
            <tr>
              <th scope="col">{say("table.column")}</th>
              <th scope="col">{say("table.fills")}</th>
              <th scope="col">{say("table.why")}</th>
            </tr>
          </thead>
          <tbody>
            {mapping.header.map((column) => (
              <ColumnRow key={column} column={column} examples={examples.get(column)} {...props} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function ColumnRow({
  column,
  examples,
  opened,
  mapping,
  proposal,
  onChange,
}: Editing & {
  readonly column: string;
  readonly examples: OpenedTable["proposal"]["unused"][number] | undefined;
}) {
  const say = useWords("registry");
  const format = useFormat();
  const name = useFieldName();
  const filled = mapping.fields.filter(({ columns }) => columns.includes(column));
  const isLeftOut = mapping.leftOut.includes(column);
  const free = opened.fields.filter(({ id }) => !filled.some(({ field }) => field === id));
  return (
    <tr>
      <th scope="row">
        <strong>{column}</strong>
        {examples ? (
          <p className={style["hint"]}>
            {examples.filled === 0 ? say("table.emptyColumn") : examples.examples.join(" · ")}
          </p>
        ) : null}
      </th>
      <td>
        <ul className={style["plain"]}>
          {filled.map((field) => (
            <li key={field.field} className={style["fieldOf"]}>
              <strong>{name(field.field)}</strong>{" "}
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => onChange(withoutField(mapping, column, field.field))}
              >
                {say("takeAway")}
                <span className="visually-hidden">
                  {" "}
                  {name(field.field)}, {column}
                </span>
              </Button>
              {field.columns[0] === column ? (
                <FieldOptions
                  field={field}
                  known={opened.fields.find(({ id }) => id === field.field)}
                  proposed={proposal(field.field)}
                  mapping={mapping}
                  onChange={onChange}
                />
              ) : null}
            </li>
          ))}
        </ul>
        <NativeSelect
          aria-label={say("table.addField", { column })}
          value={isLeftOut ? "-" : ""}
          onChange={({ currentTarget: { value } }) => {
            if (value === "-")
              onChange({
                ...filled.reduce((all, { field }) => withoutField(all, column, field), mapping),
                leftOut: [...new Set([...mapping.leftOut, column])],
              });
            else if (value !== "") onChange(withField(mapping, column, value));
            else onChange({ ...mapping, leftOut: mapping.leftOut.filter((one) => one !== column) });
          }}
          data={[
            { value: "", label: say(filled.length > 0 ? "table.moreFields" : "table.keepAsIs") },
            { value: "-", label: say("table.leaveOut") },
            ...free.map(({ id }) => ({ value: id, label: name(id) })),
          ]}
        />
      </td>
      <td>
        {filled.map(({ field }) => {
          const why = proposal(field);
          return why ? (
            <p key={field} className={style["hint"]} lang="en">
              {format.number(Math.round(why.confidence * 100))} % · {why.reason}
            </p>
          ) : (
            <p key={field} className={style["hint"]}>
              {say("table.chosen")}
            </p>
          );
        })}
      </td>
    </tr>
  );
}

function FieldOptions({
  field,
  known,
  proposed,
  mapping,
  onChange,
}: {
  readonly field: MappedField;
  readonly known: OpenedTable["fields"][number] | undefined;
  readonly proposed: Proposed | null;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const say = useWords("registry");
  const name = useFieldName();
  const kind = known?.kind ?? "text";
  const set = (next: Partial<MappedField>) => onChange(changedField(mapping, field.field, next));
  return (
    <>
      {listKinds.includes(kind) ? (
        <NativeSelect
          size="xs"
          label={say("table.separator")}
          value={field.separators[0] ?? ""}
          onChange={({ currentTarget: { value } }) => set({ separators: value === "" ? [] : [value] })}
          data={[
            { value: "", label: say("separator.none") },
            ...separators.map((one) => ({ value: one, label: say(`separator.${one}`) })),
          ]}
        />
      ) : null}
      {kind === "date" ? (
        <NativeSelect
          size="xs"
          label={say("table.dateOrder")}
          value={field.dateOrder ?? ""}
          onChange={({ currentTarget: { value } }) =>
            set({ dateOrder: (value || null) as MappedField["dateOrder"] })
          }
          data={[
            { value: "", label: say("dateOrder.none") },
            { value: "day-first", label: say("dateOrder.day-first") },
            { value: "month-first", label: say("dateOrder.month-first") },
          ]}
        />
      ) : null}
      {known?.codes && proposed ? (
        <details>
          <summary>
            {say("table.values", { count: proposed.values.length, field: name(field.field) })}
          </summary>
          <ul className={style["plain"]}>
            {proposed.values.map((value) => (
              <ValueRow
                key={value.value}
                value={value}
                field={field}
                codes={known.codes ?? []}
                mapping={mapping}
                onChange={onChange}
              />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** What one foreign value means; `of` names its field where the row stands apart from it. */
export function ValueRow({
  value,
  of,
  field,
  codes,
  mapping,
  onChange,
}: {
  readonly value: Pick<Proposed["values"][number], "value" | "count" | "isPrefix" | "suggestion">;
  readonly of?: string;
  readonly field: MappedField;
  readonly codes: readonly string[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const say = useWords("registry");
  const format = useFormat();
  const label = useTermLabel();
  const present = field.values.find(({ from }) => from === value.value);
  const chosen = present?.to ?? (present?.missing ? `?${present.missing}` : "");
  return (
    <li className={style["valueRow"]}>
      <NativeSelect
        size="xs"
        label={`${of ? `${of}: ` : ""}${value.value} (${format.number(value.count)})`}
        value={chosen}
        onChange={({ currentTarget: { value: next } }) =>
          onChange(
            withValue(mapping, field.field, value.value, {
              to: next !== "" && !next.startsWith("?") ? next : null,
              missing: next.startsWith("?") ? next.slice(1) : null,
              isPrefix: value.isPrefix,
            }),
          )
        }
        data={[
          { value: "", label: say("table.open_value") },
          ...codes.map((code) => ({ value: code, label: label(field.field, code) })),
          ...missingReasons.map((reason) => ({ value: `?${reason}`, label: say(`missing.${reason}`) })),
        ]}
      />
      {chosen === "" && value.suggestion ? (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() =>
            onChange(
              withValue(mapping, field.field, value.value, {
                to: value.suggestion,
                missing: null,
                isPrefix: value.isPrefix,
              }),
            )
          }
        >
          {say("table.suggestion", { value: label(field.field, value.suggestion) })}
        </Button>
      ) : null}
    </li>
  );
}
