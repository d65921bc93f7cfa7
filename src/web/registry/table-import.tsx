import { Button, NativeSelect, TextInput } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useEffect, useState } from "react";
import { type CallReply, routes } from "#contract";
import { type Origin, origins } from "#records";
import { useApiAction } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import { PagesOf } from "../shared/pages-of.tsx";
import { ProblemList } from "../shared/problem-list.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { FieldChanges } from "./field-changes.tsx";
import type { Mapping } from "./mapping-draft.ts";
import { useFieldName, ValueRow } from "./mapping-editor.tsx";
import type { OpenedTable } from "./opened-table.ts";
import style from "./registry.module.css";

const route = getRouteApi("/evidence/import-table");
const pageSize = 25;
/** So many stand open at once. */
const fewValues = 12;
const states = ["new", "changed", "unchanged", "refused", "odd"] as const;

type Preview = CallReply<typeof routes.previewTable>;

/** What would become of each row, and the button that makes it so. */
export function TableImport({
  opened,
  mapping,
  onChange,
  onDone,
  onImporting,
}: {
  readonly opened: OpenedTable;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
  readonly onDone: () => void;
  readonly onImporting: (importing: boolean) => void;
}) {
  const say = useWords("registry");
  const { state, page = 1 } = route.useSearch();
  const look = useApiAction(routes.previewTable);
  const [origin, setOrigin] = useState<Origin>("real");
  const asked = JSON.stringify(mapping);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` is new at every drawing; what is asked is not
  useEffect(() => {
    const wait = setTimeout(
      () =>
        void look.run({
          params: { sha256: opened.table },
          body: {
            mapping,
            origin,
            ...(state ? { state } : {}),
            limit: pageSize,
            offset: (page - 1) * pageSize,
          },
        }),
      300,
    );
    return () => clearTimeout(wait);
  }, [opened.table, asked, origin, state, page]);
  const preview = look.value;
  return (
    <Section title={say("preview.title")} note={say("preview.note")}>
      <ProblemList problems={look.problems} title={say("preview.cannot")} />
      {preview ? (
        <>
          <p role="status" className={style["states"]}>
            {states.map((one) => (
              <StateLink
                key={one}
                search={(former) => ({ ...former, state: state === one ? undefined : one, page: undefined })}
                current={state === one}
              >
                {say(`rows.${one}`, { count: preview.counts[one] })}
              </StateLink>
            ))}
          </p>
          <OpenValues preview={preview} opened={opened} mapping={mapping} onChange={onChange} />
          <PreviewRows preview={preview} />
          <PagesOf total={preview.total} size={pageSize} page={page} />
        </>
      ) : null}
      <ImportForm
        opened={opened}
        mapping={mapping}
        preview={look.problems.length > 0 ? undefined : preview}
        cannot={look.problems.length > 0}
        origin={origin}
        onOrigin={setOrigin}
        onDone={onDone}
        onImporting={onImporting}
      />
    </Section>
  );
}

/** Values of the table that mean nothing here yet; where the field has codes, each can be given one. */
function OpenValues(props: {
  readonly preview: Preview;
  readonly opened: OpenedTable;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const say = useWords("registry");
  const name = useFieldName();
  const { openValues } = props.preview;
  if (openValues.length === 0) return null;
  return (
    <details open={openValues.length <= fewValues}>
      <summary>{say("preview.open", { count: openValues.length })}</summary>
      <ul className={style["plain"]}>
        {openValues.slice(0, 100).map((one) => {
          const codes = props.opened.fields.find(({ id }) => id === one.field)?.codes;
          const field = props.mapping.fields.find((mapped) => mapped.field === one.field);
          return codes && field ? (
            <ValueRow
              key={`${one.field} ${one.value}`}
              value={{ value: one.value, count: one.count, isPrefix: false, suggestion: null }}
              of={name(one.field)}
              field={field}
              codes={codes}
              mapping={props.mapping}
              onChange={props.onChange}
            />
          ) : (
            <li key={`${one.field} ${one.value}`}>
              {name(one.field)}: “{one.value}” ({say("preview.times", { count: one.count })})
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function PreviewRows({ preview }: { readonly preview: Preview }) {
  const say = useWords("registry");
  const format = useFormat();
  return (
    <ul className={style["plain"]}>
      {preview.rows.map((row) => (
        <li key={row.row} className={style["entry"]}>
          <p>
            <span className={style["hint"]}>{say("preview.row", { row: format.number(row.row) })}</span>{" "}
            <strong>{row.title ?? say("preview.noRecord")}</strong>{" "}
            <span className={style["hint"]}>
              {say(`rowState.${row.state}`)}
              {row.id ? ` · ${row.id}` : null}
            </span>
          </p>
          {row.changes.length > 0 ? (
            <details open={row.state === "changed"}>
              <summary>{say("preview.fields", { count: row.changes.length })}</summary>
              <FieldChanges changes={row.changes} />
            </details>
          ) : null}
          {row.oddities.length > 0 ? (
            <ul lang="en">
              {row.oddities.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          ) : null}
          <ProblemList problems={row.problems} title={say("preview.noRecord")} />
        </li>
      ))}
    </ul>
  );
}

function ImportForm({
  opened,
  mapping,
  preview,
  cannot,
  origin,
  onOrigin,
  onDone,
  onImporting,
}: {
  readonly opened: OpenedTable;
  readonly mapping: Mapping;
  readonly preview: Preview | undefined;
  /** The mapping as it is makes no records. */
  readonly cannot: boolean;
  readonly origin: Origin;
  readonly onOrigin: (origin: Origin) => void;
  readonly onDone: () => void;
  readonly onImporting: (importing: boolean) => void;
}) {
  const say = useWords("registry");
  const navigate = useNavigate();
  const bring = useApiAction(routes.importTable);
  const [title, setTitle] = useState("");
  const [saveAs, setSaveAs] = useState("");
  const [without, setWithout] = useState(false);
  const refused = preview?.counts.refused ?? 0;
  const coming = (preview?.counts.new ?? 0) + (preview?.counts.changed ?? 0);
  const nameWrong = saveAs !== "" && !/^[a-z0-9][a-z0-9-]{0,60}$/.test(saveAs);
  const why = !preview
    ? say(cannot ? "preview.cannot" : "import.wait")
    : coming === 0
      ? say("import.nothing")
      : refused > 0 && !without
        ? say("import.refusedFirst", { count: refused })
        : nameWrong
          ? say("import.nameWrong")
          : null;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (why !== null) return;
    onImporting(true);
    const done = await bring.run({
      params: { sha256: opened.table },
      body: { mapping, origin, title, withoutRefused: without, saveAs: saveAs || null },
    });
    if (!done) {
      onImporting(false);
      return;
    }
    onDone();
    await (done.change === null
      ? navigate({ to: "/evidence/changes" })
      : navigate({ to: "/evidence/changes/$id", params: { id: done.change } }));
  };
  return (
    <form onSubmit={send} className={style["narrow"]}>
      <NativeSelect
        label={say("import.origin")}
        value={origin}
        onChange={(event) => onOrigin(event.currentTarget.value as Origin)}
        data={origins.map((one) => ({ value: one, label: say(`origin.${one}`) }))}
      />
      <TextInput
        label={say("edit.reason")}
        description={say("import.titleHint", { name: opened.name })}
        value={title}
        maxLength={300}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={say("import.saveAs")}
        description={say("import.saveAsHint")}
        error={nameWrong ? say("import.nameWrong") : undefined}
        value={saveAs}
        onChange={(event) => setSaveAs(event.currentTarget.value)}
      />
      {refused > 0 ? (
        <p>
          <label>
            <input
              type="checkbox"
              checked={without}
              onChange={(event) => setWithout(event.currentTarget.checked)}
            />{" "}
            {say("import.without", { count: refused })}
          </label>
        </p>
      ) : null}
      <ProblemList problems={bring.problems} />
      <Button type="submit" loading={bring.running} disabled={why !== null} aria-describedby="import-why">
        {say("import.button", { count: coming })}
      </Button>
      <p id="import-why" className={style["hint"]}>
        {why ?? (
          <>
            {say("edit.undoable")} <Link to="/evidence/changes">{say("changes.title")}</Link>
          </>
        )}
      </p>
    </form>
  );
}
