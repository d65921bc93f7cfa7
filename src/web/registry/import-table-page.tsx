import { Button, TextInput } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { routes } from "#contract";
import { problem } from "#kernel";
import { callApi, useApi, useSession } from "../api.ts";
import { useWords } from "../i18n.ts";
import { Page, Section } from "../shared/page.tsx";
import { ProblemList, type ProblemShown } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { proposedFor, useMappingDraft } from "./mapping-draft.ts";
import { MappingEditor } from "./mapping-editor.tsx";
import type { OpenedTable } from "./opened-table.ts";
import style from "./registry.module.css";
import { TableImport } from "./table-import.tsx";

const route = getRouteApi("/evidence/import-table");

/** A foreign table of evaluations: handed in, mapped, looked at, imported. */
export function ImportTablePage() {
  const say = useWords("registry");
  const { may, account } = useSession();
  const { table, source } = route.useSearch();
  const allowed = may(routes.openTable);
  return (
    <Page title={say("table.title")} lead={say("table.lead")} cite={false}>
      {!allowed ? (
        <EmptyState
          what={account ? say("edit.notYours") : say("table.signIn")}
          how={
            account ? undefined : (
              <Link to="/sign-in" search={{ after: "/evidence/import-table" }}>
                {say("table.toSignIn")}
              </Link>
            )
          }
        />
      ) : table ? (
        <Opened sha256={table} source={source} />
      ) : (
        <HandIn />
      )}
    </Page>
  );
}

function HandIn() {
  const say = useWords("registry");
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [source, setSource] = useState("");
  const [running, setRunning] = useState(false);
  const [problems, setProblems] = useState<readonly ProblemShown[]>([]);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (!file) return;
    setRunning(true);
    const answer = await callApi(routes.openTable, {
      query: { name: file.name, ...(source.trim() ? { source: source.trim() } : {}) },
      upload: file,
    }).catch(() => ({
      ok: false as const,
      problems: [problem("web.file-unreadable", say("table.unreadable"))],
    }));
    setRunning(false);
    if (!answer.ok) setProblems(answer.problems);
    else
      await navigate({
        to: "/evidence/import-table",
        search: { table: answer.value.table, source: source.trim() || undefined },
      });
  };
  return (
    <form onSubmit={send} className={style["narrow"]}>
      <div>
        <label htmlFor="table-file" className={style["fileLabel"]}>
          {say("table.file")}
        </label>
        <input
          id="table-file"
          ref={input}
          type="file"
          required
          accept=".csv,.tsv,.txt,.xlsx,.json"
          className={style["file"]}
        />
      </div>
      <TextInput
        label={say("table.source")}
        description={say("table.sourceHint")}
        value={source}
        maxLength={200}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <ProblemList problems={problems} />
      <Button type="submit" loading={running}>
        {say("table.open")}
      </Button>
      <p className={style["hint"]}>{say("table.nothingYet")}</p>
    </form>
  );
}

function Opened({ sha256, source }: { readonly sha256: string; readonly source: string | undefined }) {
  // Once it is imported the table waits here no longer: it is not asked for again.
  const [importing, setImporting] = useState(false);
  const answer = useApi(routes.draftTable, { params: { sha256 }, query: { source } }, { when: !importing });
  return (
    <Answered answer={answer} lines={10}>
      {(opened) => <Mapped key={opened.table} opened={opened} onImporting={setImporting} />}
    </Answered>
  );
}

function Mapped({
  opened,
  onImporting,
}: {
  readonly opened: OpenedTable;
  readonly onImporting: (importing: boolean) => void;
}) {
  const say = useWords("registry");
  const draft = useMappingDraft(opened);
  return (
    <>
      <p>
        <strong>{opened.name}</strong>{" "}
        {opened.sheets.length > 1
          ? say("table.sheets", { count: opened.sheets.length })
          : say("table.rows", { count: opened.sheets[0]?.rows ?? 0 })}
        {opened.repairs > 0 ? ` · ${say("table.repairs", { count: opened.repairs })}` : null}{" "}
        <Link to="/evidence/import-table" search={{}}>
          {say("table.another")}
        </Link>
      </p>
      {opened.warnings.length > 0 ? (
        <details>
          <summary>{say("table.warnings", { count: opened.warnings.length })}</summary>
          <ProblemList problems={opened.warnings} warnings />
        </details>
      ) : null}
      <Section title={say("table.mapping")} note={say("table.mappingNote")}>
        {opened.saved.length > 0 ? (
          <p>
            {say("table.saved")}{" "}
            {opened.saved.map(({ id, mapping, isSame }) => (
              <Button
                key={id}
                variant="default"
                size="compact-sm"
                onClick={() => draft.set(mapping)}
                title={isSame ? say("table.savedSame") : say("table.savedOther")}
              >
                {id}
              </Button>
            ))}{" "}
            <Button variant="default" size="compact-sm" onClick={() => draft.set(opened.proposal.mapping)}>
              {say("table.proposal")}
            </Button>
          </p>
        ) : null}
        <MappingEditor
          opened={opened}
          mapping={draft.mapping}
          proposal={proposedFor(opened, draft.mapping)}
          onChange={draft.set}
        />
      </Section>
      <TableImport
        opened={opened}
        mapping={draft.mapping}
        onChange={draft.set}
        onDone={draft.clear}
        onImporting={onImporting}
      />
    </>
  );
}
