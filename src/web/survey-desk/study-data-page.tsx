import { Button, TextInput } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { type CallReply, routes } from "#contract";
import type { Study } from "#records";
import { callApi, useApi, useApiAction, useSession } from "../api.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { Page, Section } from "../shared/page.tsx";
import { ProblemList, type ProblemShown } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { AddDefinition } from "./add-definition.tsx";
import { CheckStep } from "./check-step.tsx";
import { CodebookStep } from "./codebook-step.tsx";
import { DescribeForm } from "./describe-form.tsx";
import { DesignStep } from "./design-step.tsx";
import { type EditionDraft, emptyDraft, keepDraft, keptDraft, withDeclaration } from "./edition-draft.ts";
import { FilesStep } from "./files-step.tsx";
import { ReleaseScores } from "./release-scores.tsx";
import style from "./survey-desk.module.css";

const route = getRouteApi("/desk/studies/$id");

/** One study on the desk: its description, its questionnaires, its data step by step, its versions. */
export function StudyDataPage() {
  const say = useWords("survey-desk");
  const language = useLanguage();
  const { id } = route.useParams();
  const session = useSession();
  const answer = useApi(routes.study, { params: { id } });
  return (
    <Answered answer={answer}>
      {(page) => (
        <Page
          title={page.study.title[language] ?? page.study.title.en}
          kicker={
            <Link to="/desk" search={{ at: "surveys" }}>
              {say("title")}
            </Link>
          }
          lead={say("data.lead")}
          cite={false}
        >
          {session.may(routes.addEdition) ? (
            <OneStudy key={id} page={page} />
          ) : (
            <EmptyState what={say("notYours")} how={say("askFor")} />
          )}
        </Page>
      )}
    </Answered>
  );
}

type StudyPage = CallReply<typeof routes.study>;

function OneStudy({ page }: { readonly page: StudyPage }) {
  const say = useWords("survey-desk");
  const { id } = page.study;
  const [draft, setDraft] = useState<EditionDraft>(() => keptDraft(id));
  const [kept, setKept] = useState<number | null>(null);
  const [describing, setDescribing] = useState(false);
  useEffect(() => keepDraft(id, draft), [id, draft]);
  return (
    <>
      <Section title={say("versions")} note={say("versionsHint")}>
        <Versions page={page} />
      </Section>
      <Section title={say("description")}>
        <p>
          <Link to="/surveys/$id" params={{ id }}>
            {say("toPage")}
          </Link>
        </p>
        {describing ? (
          <DescribeForm
            before={page.study as unknown as Study}
            isNew={false}
            onDone={() => setDescribing(false)}
          />
        ) : (
          <Button variant="default" onClick={() => setDescribing(true)}>
            {say("describeAnew")}
          </Button>
        )}
        <Questionnaire id={id} given={page.study.questionnaires} />
      </Section>
      {page.edition?.state === "published" ? (
        <Section title={say("scores")} note={say("scoresHint")}>
          <ReleaseScores id={id} />
          <AddDefinition study={id} kind={page.study.kind} />
        </Section>
      ) : null}
      <Section title={say("step.files")}>
        <FilesStep study={id} draft={draft} onChange={setDraft} />
        {draft.files.length === 0 ? null : <Declaration draft={draft} onDraft={setDraft} />}
      </Section>
      {draft.files.length === 0 ? (
        <EmptyState what={say("step.waiting")} how={say("step.waitingHow")} />
      ) : (
        <>
          <Section title={say("step.codebook")}>
            <CodebookStep draft={draft} onChange={setDraft} />
          </Section>
          <Section title={say("step.design")}>
            <DesignStep draft={draft} onChange={setDraft} />
          </Section>
          <Section title={say("step.check")}>
            <CheckStep
              study={id}
              editions={page.editions.map(({ version }) => version)}
              draft={draft}
              onChange={setDraft}
              onKept={(version) => {
                setDraft(emptyDraft);
                setKept(version);
              }}
            />
          </Section>
        </>
      )}
      <p role="status">{kept === null ? "" : say("kept", { version: kept })}</p>
    </>
  );
}

function Versions({ page }: { readonly page: StudyPage }) {
  const say = useWords("survey-desk");
  const format = useFormat();
  const { id } = page.study;
  if (page.editions.length === 0) return <EmptyState what={say("noData")} how={say("noDataHow")} />;
  return (
    <ul className={style["list"]}>
      {page.editions.map((edition) => (
        <li key={edition.version}>
          <strong>{say("edition.version", { version: edition.version })}</strong>,{" "}
          {say(`state.${edition.data}`)}, {say(`edition.is.${edition.state}`)}
          {" · "}
          {format.dateTime(edition.createdAt)}
          {edition.withdrawn === null ? null : <p>{edition.withdrawn.reason}</p>}
          {edition.changes.length === 0 ? null : (
            <ul>
              {edition.changes.map((change) => (
                <li key={change.what}>
                  {change.what}: {change.why}
                </li>
              ))}
            </ul>
          )}
          <EditionActs id={id} version={edition.version} state={edition.state} />
        </li>
      ))}
    </ul>
  );
}

/** What can be done with one version: a reason typed for it is of no other. */
function EditionActs({
  id,
  version,
  state,
}: {
  readonly id: string;
  readonly version: number;
  readonly state: StudyPage["editions"][number]["state"];
}) {
  const say = useWords("survey-desk");
  const session = useSession();
  const act = useApiAction(routes.actOnEdition);
  const [reason, setReason] = useState("");
  const mayPublish = session.may(routes.actOnEdition);
  const perform = (what: "published" | "withdrawn") =>
    act.run({ params: { id, version }, body: { act: what, ...(what === "withdrawn" ? { reason } : {}) } });
  return (
    <>
      <div className={style["row"]}>
        {state === "draft" ? (
          <Button
            size="xs"
            disabled={!mayPublish}
            loading={act.running}
            onClick={() => void perform("published")}
          >
            {say("publish", { version })}
          </Button>
        ) : null}
        {state === "published" && mayPublish ? (
          <>
            <TextInput
              label={say("withdrawReason")}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button
              variant="default"
              size="xs"
              disabled={reason.trim().length < 3}
              loading={act.running}
              onClick={() => void perform("withdrawn")}
            >
              {say("withdraw", { version })}
            </Button>
          </>
        ) : null}
      </div>
      {state === "draft" && !mayPublish ? <p className={style["hint"]}>{say("publishNotYours")}</p> : null}
      <ProblemList problems={act.problems} />
    </>
  );
}

/** Questionnaires as files, one a language or one for all. */
function Questionnaire({
  id,
  given,
}: {
  readonly id: string;
  readonly given: StudyPage["study"]["questionnaires"];
}) {
  const say = useWords("survey-desk");
  const add = useApiAction(routes.addQuestionnaire);
  const input = useRef<HTMLInputElement>(null);
  const send = async () => {
    const [file] = input.current?.files ?? [];
    if (file === undefined) return;
    await add.run({ params: { id }, query: { name: file.name }, upload: file });
    if (input.current) input.current.value = "";
  };
  return (
    <div className={style["stack"]}>
      <h3>{say("questionnaires")}</h3>
      {given.length === 0 ? null : (
        <ul>
          {given.map((one) => (
            <li key={one.sha256}>{one.name}</li>
          ))}
        </ul>
      )}
      <div>
        <label className={style["label"]} htmlFor="questionnaire">
          {say("questionnaireAdd")}
        </label>
        <input
          id="questionnaire"
          ref={input}
          type="file"
          accept=".xlsx,.pdf,.docx,.csv"
          className={style["file"]}
          disabled={add.running}
          onChange={() => void send()}
        />
      </div>
      <p role="status">
        {add.value === undefined ? "" : say("questionnaireAdded", { count: add.value.questions })}
      </p>
      <ProblemList problems={add.problems} />
      <ProblemList problems={add.value?.warnings ?? []} warnings />
    </div>
  );
}

/** What was said in a file already: a declaration saved before, or the dictionary of a DDI-Codebook. */
function Declaration({
  draft,
  onDraft,
}: {
  readonly draft: EditionDraft;
  readonly onDraft: (change: (draft: EditionDraft) => EditionDraft) => void;
}) {
  const say = useWords("survey-desk");
  const input = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState("");
  const [problems, setProblems] = useState<readonly ProblemShown[]>([]);
  const read = async () => {
    const [file] = input.current?.files ?? [];
    if (file === undefined) return;
    setProblems([]);
    if (/\.xml$/i.test(file.name)) {
      const answer = await callApi(routes.readStudyDdi, { query: { name: file.name }, upload: file });
      if (!answer.ok) setProblems(answer.problems);
      else {
        const of = new Map(answer.value.variables.map((one) => [one.name, one]));
        // Of the draft as it then is: a file may have come in while this one was read.
        onDraft((now) => ({
          ...now,
          variables: now.variables.map((one) => {
            const said = of.get(one.name);
            return said === undefined ? one : { ...one, ...said, file: one.file };
          }) as EditionDraft["variables"],
        }));
        setTold(say("declaration.taken"));
        setProblems(answer.value.warnings);
      }
    } else {
      const json = await jsonIn(file);
      const taken = withDeclaration(draft, json);
      if (taken === null) setTold(say("declaration.unreadable", { name: file.name }));
      else {
        onDraft((now) => withDeclaration(now, json)?.draft ?? now);
        setTold(
          taken.absent.length === 0
            ? say("declaration.taken")
            : say("declaration.absent", { names: taken.absent.join(", ") }),
        );
      }
    }
    if (input.current) input.current.value = "";
  };
  return (
    <div className={style["stack"]}>
      <div>
        <label className={style["label"]} htmlFor="declaration-file">
          {say("declaration.open")}
        </label>
        <input
          id="declaration-file"
          ref={input}
          type="file"
          accept=".json,.xml"
          className={style["file"]}
          onChange={() => void read()}
        />
      </div>
      <p role="status">{told}</p>
      <ProblemList problems={problems} warnings />
    </div>
  );
}

async function jsonIn(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return null;
  }
}
