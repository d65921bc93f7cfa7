// The workbench that takes tables of figures in: many files at once, each with what it does not say itself.

import { Button, Checkbox, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { routes } from "#contract";
import { problem } from "#kernel";
import type { Origin } from "#records";
import { callApi } from "../api.ts";
import { useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import style from "./desk.module.css";
import { Counts } from "./import-files.tsx";
import {
  type Describing,
  describing,
  isOnlyAreas,
  leaveOutText,
  type TableFile,
  tableFile,
  toldOf,
  unknownAreas,
} from "./observation-files.ts";
import { OriginField } from "./origin-field.tsx";

export function ObservationsBench() {
  const say = useWords("desk");
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const contents = useRef(new Map<number, File>());
  const [files, setFiles] = useState<readonly TableFile[]>([]);
  const [licence, setLicence] = useState("");
  const [origin, setOrigin] = useState<Origin>("real");
  const [draft, setDraft] = useState(false);
  const working = files.some(({ state }) => state === "working");
  const open = files.filter(({ state }) => state !== "done");
  const done = files.length - open.length;
  const change = (key: number, part: Partial<TableFile>) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const choose = () => {
    const chosen = [...(input.current?.files ?? [])];
    const first = contents.current.size;
    for (const [i, file] of chosen.entries()) contents.current.set(first + i, file);
    // What came in stays in sight; what did not is chosen anew.
    setFiles((all) => [
      ...all.filter(({ state }) => state === "done"),
      ...chosen.map(({ name }, i) => tableFile(first + i, name)),
    ]);
  };
  const bringIn = async (file: TableFile, leaveOut: readonly string[] = []) => {
    change(file.key, { state: "working", problems: [] });
    const answer = await callApi(routes.importObservations, {
      query: {
        ...toldOf(file),
        ...(licence.trim() && { licence: licence.trim() }),
        ...(leaveOut.length > 0 && { leaveOut: leaveOutText(leaveOut) }),
        ...(draft && { draft: "true" as const }),
        name: file.name,
        series: file.series,
        origin,
      },
      upload: contents.current.get(file.key)!,
    }).catch(() => ({
      ok: false as const,
      problems: [problem("web.file-unreadable", say("import.unreadable"))],
    }));
    change(
      file.key,
      answer.ok
        ? { state: "done", outcome: answer.value, problems: answer.value.problems }
        : { state: "refused", outcome: null, problems: answer.problems },
    );
    void queries.invalidateQueries();
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    for (const file of open) await bringIn(file);
    if (input.current) input.current.value = "";
  };
  return (
    <>
      <h2>{say("bench.observations")}</h2>
      <p className={style["hint"]}>{say("observations.hint")}</p>
      <form className={style["tables"]} onSubmit={(event) => void send(event)}>
        <div className={style["form"]}>
          <label className={style["fileLabel"]} htmlFor="import-file">
            {say("import.files")}
          </label>
          <input
            id="import-file"
            ref={input}
            type="file"
            required={open.length === 0}
            multiple
            accept=".csv,.tsv,.txt"
            className={style["file"]}
            onChange={choose}
          />
        </div>
        {files.length === 0 ? null : (
          <ul className={style["results"]} aria-label={say("import.results")}>
            {files.map((file) => (
              <li key={file.key}>
                <TableOnItsWay
                  file={file}
                  busy={working}
                  onChange={(part) => change(file.key, part)}
                  onLeaveOut={(areas) => void bringIn(file, areas)}
                  onDrop={() => setFiles((all) => all.filter(({ key }) => key !== file.key))}
                />
              </li>
            ))}
          </ul>
        )}
        <div className={style["form"]}>
          <TextInput
            label={say("field.licence")}
            value={licence}
            onChange={(event) => setLicence(event.currentTarget.value)}
          />
          <OriginField value={origin} onChange={setOrigin} />
          <Checkbox
            label={say("field.draft")}
            description={say("field.draftHint")}
            checked={draft}
            onChange={(event) => setDraft(event.currentTarget.checked)}
          />
          <Button type="submit" loading={working}>
            {say("observations.button")}
          </Button>
          <p className={style["hint"]}>{say("import.whole")}</p>
        </div>
      </form>
      {done === 0 ? null : (
        <p role="status">
          {say("observations.progress", { done, of: files.length })}{" "}
          {draft ? (
            <Link to="/desk" search={{ at: "releases" }}>
              {say("observations.toWaiting")}
            </Link>
          ) : (
            <Link to="/selections">{say("observations.toChoice")}</Link>
          )}
        </p>
      )}
    </>
  );
}

/** One file: what is to be said of it, how far it is, what came of it and what it still needs. */
function TableOnItsWay({
  file,
  busy,
  onChange,
  onLeaveOut,
  onDrop,
}: {
  readonly file: TableFile;
  readonly busy: boolean;
  readonly onChange: (part: Partial<TableFile>) => void;
  readonly onLeaveOut: (areas: readonly string[]) => void;
  readonly onDrop: () => void;
}) {
  const say = useWords("desk");
  const { state, outcome } = file;
  const tell = (name: Describing) => (event: { readonly currentTarget: { readonly value: string } }) =>
    onChange({ told: { ...file.told, [name]: event.currentTarget.value } });
  return (
    <>
      <p>
        <strong>{file.name}</strong>{" "}
        <span aria-live="polite" className={state === "done" ? style["done"] : undefined}>
          {say(`import.state.${state}`)}
        </span>
      </p>
      {state === "done" ? null : (
        <fieldset className={style["table"]} disabled={busy}>
          <legend className="visually-hidden">{file.name}</legend>
          <TextInput
            label={say("field.series")}
            description={say("field.seriesHint")}
            required
            withAsterisk={false}
            pattern="[a-z0-9][a-z0-9\-]{1,60}"
            value={file.series}
            onChange={(event) => onChange({ series: event.currentTarget.value })}
          />
          {describing.map((name) => (
            <TextInput
              key={name}
              label={say(`field.${name}`)}
              {...(name === "indicator" || name === "unit" ? { description: say(`field.${name}Hint`) } : {})}
              value={file.told[name] ?? ""}
              onChange={tell(name)}
            />
          ))}
          <Button variant="subtle" size="xs" onClick={onDrop}>
            {say("observations.drop")}
          </Button>
        </fieldset>
      )}
      {state === "done" && outcome ? (
        <>
          <Counts outcome={outcome} />
          {outcome.release ? (
            <p>
              <Link to="/data/$release" params={{ release: outcome.release }}>
                {say("observations.see", { release: outcome.release })}
              </Link>
            </p>
          ) : null}
        </>
      ) : null}
      {unknownAreas(file).length > 0 ? (
        <LeaveOut
          key={unknownAreas(file).join("\n")}
          name={file.name}
          areas={unknownAreas(file)}
          busy={busy}
          onLeaveOut={onLeaveOut}
        />
      ) : null}
      {isOnlyAreas(file) ? null : <ProblemList problems={file.problems} />}
      <ProblemList problems={outcome?.warnings ?? []} warnings />
    </>
  );
}

/** The texts that stand for no known area, each to be left out or not. */
function LeaveOut({
  name,
  areas,
  busy,
  onLeaveOut,
}: {
  readonly name: string;
  readonly areas: readonly string[];
  readonly busy: boolean;
  readonly onLeaveOut: (areas: readonly string[]) => void;
}) {
  const say = useWords("desk");
  const [kept, setKept] = useState<readonly string[]>([]);
  const out = areas.filter((area) => !kept.includes(area));
  return (
    <fieldset className={style["leaveOut"]}>
      <legend>
        <span role="alert">{say("leaveOut.heading", { count: areas.length })}</span>
      </legend>
      <p className={style["hint"]}>{say("leaveOut.hint")}</p>
      <div className={style["areas"]}>
        {areas.map((area) => (
          <Checkbox
            key={area}
            label={area === "" ? say("leaveOut.empty") : area}
            checked={out.includes(area)}
            onChange={(event) =>
              setKept(event.currentTarget.checked ? kept.filter((one) => one !== area) : [...kept, area])
            }
          />
        ))}
      </div>
      <Button
        variant="default"
        aria-label={`${say("leaveOut.button", { count: out.length })}: ${name}`}
        disabled={busy || out.length === 0}
        onClick={() => onLeaveOut(out)}
      >
        {say("leaveOut.button", { count: out.length })}
      </Button>
    </fieldset>
  );
}
