// The workbench that reads many reports: files go up one by one, the server reads them in the background,
// and the page shows how far it has come, also after it was closed and opened again.

import { Button, NativeSelect } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { addressOf, type CallReply, routes } from "#contract";
import { problem } from "#kernel";
import { type Origin, origins } from "#records";
import { callApi, useApi, useApiAction } from "../api.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { ProblemList, type ProblemShown } from "../shared/problem-list.tsx";
import { Answered } from "../shared/states.tsx";
import style from "./desk.module.css";
import { OutdatedReadings } from "./outdated-readings.tsx";
import { TieReports } from "./tie-reports.tsx";

const route = getRouteApi("/desk");
type Job = CallReply<typeof routes.readingJob>;
type JobFile = Job["files"][number];

/** A file that could not even be sent. */
type Unsent = { readonly name: string; readonly problems: readonly ProblemShown[] };

export function ReportBench() {
  const say = useWords("desk");
  const own = useWords("correct");
  const navigate = useNavigate();
  const { job } = route.useSearch();
  const registry = useApi(routes.listEvaluations, { query: { limit: 500 } });
  const input = useRef<HTMLInputElement>(null);
  const [evaluation, setEvaluation] = useState("");
  const [origin, setOrigin] = useState<Origin>("real");
  const [sending, setSending] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  const queries = useQueryClient();

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const files = [...(input.current?.files ?? [])];
    setUnsent([]);
    setSending({ done: 0, total: files.length });
    const begun = await callApi(routes.beginReadingJob, {
      body: { origin, ...(evaluation ? { evaluation } : {}) },
    });
    if (!begun.ok) {
      setUnsent([{ name: "", problems: begun.problems }]);
      setSending(null);
      return;
    }
    const { id } = begun.value;
    void navigate({
      to: "/desk",
      search: { at: "report", job: id } as never,
      replace: true,
      resetScroll: false,
    });
    for (const [i, file] of files.entries()) {
      const sent = await callApi(routes.addReadingFile, {
        params: { id },
        query: { name: file.name },
        upload: file,
      }).catch(() => ({
        ok: false as const,
        problems: [problem("web.file-unreadable", say("import.unreadable"))],
      }));
      if (!sent.ok) setUnsent((all) => [...all, { name: file.name, problems: sent.problems }]);
      setSending({ done: i + 1, total: files.length });
      void queries.invalidateQueries({ queryKey: [routes.readingJob.operationId] });
    }
    setSending(null);
    if (input.current) input.current.value = "";
  };

  return (
    <>
      <h2>{say("bench.report")}</h2>
      <p className={style["hint"]}>{say("report.hint")}</p>
      <form className={style["form"]} onSubmit={send}>
        <div>
          <label className={style["fileLabel"]} htmlFor="import-file">
            {say("import.files")}
          </label>
          <input
            id="import-file"
            ref={input}
            type="file"
            required
            multiple
            accept=".txt,.pdf,.docx,.html,.htm"
            className={style["file"]}
          />
        </div>
        <NativeSelect
          label={say("report.evaluation")}
          description={say("report.evaluationHint")}
          value={evaluation}
          onChange={(event) => setEvaluation(event.currentTarget.value)}
          data={[
            { value: "", label: say("report.noEvaluation") },
            ...(registry.value?.evaluations ?? []).map((one) => ({
              value: one.id,
              label: `${one.printedId ?? one.id} · ${one.title}`,
            })),
          ]}
        />
        <NativeSelect
          label={say("field.origin")}
          description={say("field.originHint")}
          value={origin}
          onChange={(event) => setOrigin(event.currentTarget.value as Origin)}
          data={origins.map((one) => ({ value: one, label: say(`origin.${one}`) }))}
        />
        <Button type="submit" loading={sending !== null}>
          {say("report.button")}
        </Button>
        <p className={style["hint"]}>{say("import.whole")}</p>
        {sending ? <p role="status">{own("jobs.sending", sending)}</p> : null}
      </form>
      {unsent.map(({ name, problems }) => (
        <div key={name}>
          {name ? <strong>{name}</strong> : null}
          <ProblemList problems={problems} />
        </div>
      ))}
      {job ? <JobView id={job} /> : null}
      {sending ? null : <TieReports />}
      <OutdatedReadings />
      <JobList present={job ?? null} />
    </>
  );
}

/** The jobs of the last days, each an address. */
function JobList({ present }: { readonly present: string | null }) {
  const own = useWords("correct");
  const format = useFormat();
  const answer = useApi(routes.listReadingJobs, {});
  const others = (answer.value ?? []).filter(({ id }) => id !== present).slice(0, 10);
  if (others.length === 0) return null;
  return (
    <>
      <h3>{own("jobs.earlier")}</h3>
      <ul className={style["results"]}>
        {others.map(({ id, createdAt, createdBy, counts, state }) => (
          <li key={id}>
            <Link to="/desk" search={{ at: "report", job: id } as never}>
              {format.dateTime(createdAt)}
            </Link>
            {" · "}
            {createdBy}
            {" · "}
            {own("jobs.counts", {
              done: format.number(counts.done),
              failed: format.number(counts.failed),
              left: format.number(counts.queued + counts.reading),
            })}
            {state === "stopped" ? ` · ${own("jobs.stopped")}` : null}
          </li>
        ))}
      </ul>
    </>
  );
}

const filesShown = 100;
const askAgainMs = 1_200;

function JobView({ id }: { readonly id: string }) {
  const own = useWords("correct");
  const say = useWords("desk");
  const reading = useWords("rereading");
  const format = useFormat();
  const answer = useApi(routes.readingJob, { params: { id } }, { keep: true });
  const change = useApiAction(routes.changeReadingJob);
  const queries = useQueryClient();
  const [all, setAll] = useState(false);
  const job = answer.value;
  const left = job ? job.counts.queued + job.counts.reading : 0;
  const works = left > 0 && job?.state === "running";
  const { again } = answer;
  const newest = useRef(again);
  newest.current = again;
  useEffect(() => {
    if (!works) return;
    const timer = setInterval(() => newest.current(), askAgainMs);
    return () => {
      clearInterval(timer);
      // What the work brought in is shown wherever it belongs.
      for (const name of [
        routes.listDocuments,
        routes.correctionQueue,
        routes.listReadingJobs,
        routes.outdatedReadings,
        routes.overview,
      ])
        void queries.invalidateQueries({ queryKey: [name.operationId] });
    };
  }, [works, queries]);

  return (
    <Answered answer={answer} lines={4}>
      {({ counts, files, state, withheld }) => {
        const total = files.length + withheld;
        // What went wrong is looked at first.
        const ordered = files.toSorted(
          (a, b) => Number(b.state === "failed") - Number(a.state === "failed") || a.number - b.number,
        );
        const shown = all ? ordered : ordered.slice(0, filesShown);
        const to = (next: "stop" | "resume" | "retry" | "close") =>
          void change.run({ params: { id }, body: { to: next } });
        return (
          <section aria-label={own("jobs.title")}>
            <h3>{own("jobs.title")}</h3>
            <p role="status">
              {own("jobs.progress", {
                done: format.number(counts.done + counts.failed),
                total: format.number(total),
                pages: format.number(counts.pages),
              })}
              {state === "stopped" ? ` ${own("jobs.stopped")}` : null}
            </p>
            <progress
              value={counts.done + counts.failed}
              max={Math.max(1, total)}
              aria-label={own("jobs.title")}
            />
            <p className={style["who"]}>
              {works ? (
                <Button variant="default" size="compact-md" onClick={() => to("stop")}>
                  {own("jobs.stop")}
                </Button>
              ) : null}
              {state === "stopped" ? (
                <Button size="compact-md" onClick={() => to("resume")}>
                  {own("jobs.resume")}
                </Button>
              ) : null}
              {counts.failed > 0 && state !== "closed" ? (
                <>
                  <Button variant="default" size="compact-md" onClick={() => to("retry")}>
                    {own("jobs.retry", { count: counts.failed })}
                  </Button>
                  {left === 0 ? (
                    <Button variant="default" size="compact-md" onClick={() => to("close")}>
                      {own("jobs.close")}
                    </Button>
                  ) : null}
                </>
              ) : null}
              {files.some(({ problems }) => problems.length > 0) ? (
                <a href={addressOf(routes.readingProblemsTable, { id })} download>
                  {own("jobs.csv")}
                </a>
              ) : null}
              {counts.done > 0 ? (
                <Link to="/desk" search={{ at: "correct" } as never}>
                  {own("jobs.toQueue")}
                </Link>
              ) : null}
            </p>
            <ProblemList problems={change.problems} />
            {withheld > 0 ? (
              <p className={style["hint"]}>{reading("withheld", { count: withheld })}</p>
            ) : null}
            <ul className={style["results"]} aria-label={say("import.results")}>
              {shown.map((file) => (
                <FileLine key={file.number} file={file} />
              ))}
            </ul>
            {shown.length < files.length ? (
              <Button variant="subtle" onClick={() => setAll(true)}>
                {own("jobs.showAll", { count: files.length })}
              </Button>
            ) : null}
          </section>
        );
      }}
    </Answered>
  );
}

function FileLine({ file }: { readonly file: JobFile }) {
  const language = useLanguage();
  const say = useWords("desk");
  const own = useWords("correct");
  const format = useFormat();
  const { state, outcome, problems } = file;
  return (
    <li>
      <p>
        <strong>{file.name}</strong>{" "}
        <span className={state === "done" ? style["done"] : undefined}>
          {state === "done" && outcome?.came !== "new"
            ? own(`came.${outcome?.came ?? "again"}`)
            : say(
                `import.state.${state === "queued" ? "waiting" : state === "reading" ? "working" : state === "done" ? "done" : "refused"}`,
              )}
        </span>
        {file.pages === null ? null : ` · ${own("pages", { count: file.pages })}`}
        {file.passages === null ? null : ` · ${own("passages", { count: file.passages })}`}
        {outcome && outcome.kept > 0
          ? ` · ${own("jobs.kept", { kept: format.number(outcome.kept), toCheck: format.number(outcome.toCheck) })}`
          : null}
      </p>
      {state === "done" ? (
        <p>
          <Link to="/evidence/reports/$sha256" params={{ sha256: file.sha256 }}>
            {say("report.read")}
          </Link>
          {" · "}
          <Link to="/evidence/reports/$sha256/record" params={{ sha256: file.sha256 }}>
            {own("record.title")}
          </Link>
        </p>
      ) : null}
      <ProblemList problems={problems} warnings={state === "done"} />
      {state === "failed" && language === "en" && problems[0]?.remedy ? <p>{problems[0].remedy}</p> : null}
    </li>
  );
}
