import { Button, NativeSelect } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { type CallReply, routes } from "#contract";
import { isLanguage, languages } from "#kernel";
import { callApi, useApi, useApiAction, useSession } from "../api.ts";
import { RecommendationItem } from "../follow-up/recommendation-item.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { ProblemList, type ProblemShown } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./desk.module.css";

type Mine = CallReply<typeof routes.myFollowUp>;
type Proposals = CallReply<typeof routes.proposeResponses>;
const longest = 320;
const parts = ["own", "responses", "overdue", "toVerify"] as const;

/** What waits for whoever is signed in; responses to bring in; reminders. */
export function FollowUpBench() {
  const say = useWords("follow-up");
  const session = useSession();
  const answer = useApi(routes.myFollowUp, {});
  return (
    <>
      <h2>{say("desk.title")}</h2>
      <Answered answer={answer} lines={8}>
        {(mine) => (
          <>
            {parts.every((part) => mine.counts[part] === 0) ? (
              <EmptyState
                what={say("desk.nothing")}
                how={<Link to="/evidence/recommendations">{say("list.title")}</Link>}
              />
            ) : (
              parts.map((part) =>
                mine.counts[part] > 0 ? (
                  <section key={part}>
                    <h3>{say(`desk.${part}`, { count: mine.counts[part] })}</h3>
                    <ol className={style["results"]}>
                      {mine[part].map((one) => (
                        <RecommendationItem key={one.id} of={one} />
                      ))}
                    </ol>
                  </section>
                ) : null,
              )
            )}
            {session.may(routes.confirmResponses) ? <BringIn /> : null}
            <Reminders mine={mine} />
          </>
        )}
      </Answered>
    </>
  );
}

/** Responses of a table or of a report that was read: shown first, recorded when somebody says so. */
function BringIn() {
  const say = useWords("follow-up");
  const format = useFormat();
  const documents = useApi(routes.listDocuments, {});
  const confirm = useApiAction(routes.confirmResponses);
  const file = useRef<HTMLInputElement>(null);
  const [document, setDocument] = useState("");
  const [answers, setAnswers] = useState("");
  const [of, setOf] = useState<string | null>(null);
  const [proposals, setProposals] = useState<Proposals | null>(null);
  const [problems, setProblems] = useState<readonly ProblemShown[]>([]);
  const [left, setLeft] = useState<readonly number[]>([]);
  const [working, setWorking] = useState(false);
  const show = async (source: string | null) => {
    setWorking(true);
    confirm.clear();
    const chosen = file.current?.files?.[0];
    const found = source
      ? await callApi(routes.documentResponses, {
          params: { sha256: source },
          query: { answers: answers || undefined },
        })
      : chosen
        ? await callApi(routes.proposeResponses, { query: { name: chosen.name }, upload: chosen })
        : null;
    setWorking(false);
    setProposals(found?.ok ? found.value : null);
    setProblems(found && !found.ok ? found.problems : []);
    setOf(source);
    setLeft([]);
  };
  const names = (documents.value ?? []).map(({ source, title }) => ({
    value: source.sha256,
    label: title ?? source.name,
  }));
  const taken = (proposals ?? []).filter((one, i) => one.steps.length > 0 && !left.includes(i));
  return (
    <section>
      <h3>{say("bring.title")}</h3>
      <p className={style["hint"]}>{say("bring.hint")}</p>
      <form
        className={style["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          void show(document || null);
        }}
      >
        <NativeSelect
          label={say("bring.document")}
          value={document}
          onChange={(event) => setDocument(event.currentTarget.value)}
          data={[{ value: "", label: say("bring.table") }, ...names]}
        />
        {document ? (
          <NativeSelect
            label={say("bring.answers")}
            value={answers}
            onChange={(event) => setAnswers(event.currentTarget.value)}
            data={[{ value: "", label: say("bring.answersOwn") }, ...names]}
          />
        ) : (
          <div>
            <label className={style["fileLabel"]} htmlFor="responses-file">
              {say("bring.file")}
            </label>
            <input
              id="responses-file"
              className={style["file"]}
              type="file"
              accept=".csv,.tsv,.xlsx"
              ref={file}
              required
            />
          </div>
        )}
        <Button type="submit" variant="default" loading={working}>
          {say("bring.show")}
        </Button>
      </form>
      <ProblemList problems={problems} />
      {proposals === null ? null : proposals.length === 0 ? (
        <EmptyState what={say("bring.none")} how={say("bring.noneHow")} />
      ) : (
        <>
          <ol className={style["results"]}>
            {proposals.map((one, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
              <li key={i}>
                <label>
                  <input
                    type="checkbox"
                    checked={!left.includes(i) && one.steps.length > 0}
                    disabled={one.steps.length === 0}
                    onChange={(event) =>
                      setLeft(event.currentTarget.checked ? left.filter((n) => n !== i) : [...left, i])
                    }
                  />{" "}
                  {one.number} {one.text.length > longest ? `${one.text.slice(0, longest)}…` : one.text}
                </label>
                <p className={style["hint"]}>
                  {one.steps
                    .map(({ data }) =>
                      data.kind === "responded"
                        ? say(`verdict.${data.verdict}`)
                        : data.kind === "action-planned"
                          ? `${say("event.action-planned")}: ${[data.text, data.owner, data.due ? format.date(data.due) : data.printedDue].filter(Boolean).join(", ")}`
                          : data.kind === "imported-status"
                            ? `${say("event.imported-status")}: ${data.original}`
                            : say(`event.${data.kind}`),
                    )
                    .join(" · ")}
                  {one.recommendation === null ? ` · ${say("bring.makes")}` : null}
                  {one.basis === "general" ? ` · ${say("generalNote")}` : null}
                  {one.steps.length === 0 ? ` · ${say("bring.unclear")}` : null}
                </p>
              </li>
            ))}
          </ol>
          <ProblemList problems={confirm.problems} />
          <Button
            loading={confirm.running}
            disabled={taken.length === 0}
            onClick={async () => {
              const body = { proposals: taken, ...(of ? { document: of } : {}) };
              if (await confirm.run({ body } as never)) setProposals(null);
            }}
          >
            {say("bring.confirm", { count: taken.length })}
          </Button>
        </>
      )}
      {confirm.value ? (
        <p role="status" className={style["done"]}>
          {say("bring.done", { count: confirm.value.added })}
        </p>
      ) : null}
    </section>
  );
}

function Reminders({ mine }: { readonly mine: Mine }) {
  const say = useWords("follow-up");
  const term = useWords("terms");
  const format = useFormat();
  const session = useSession();
  const save = useApiAction(routes.setReminders);
  const send = useApiAction(routes.sendReminders);
  const { configured, wish, outbox } = mine.mail;
  const keep = (change: Partial<typeof wish>) => void save.run({ body: { ...wish, ...change } });
  return (
    <section>
      <h3>{say("mail.title")}</h3>
      <p className={style["hint"]}>{say(configured ? "mail.configured" : "mail.notConfigured")}</p>
      <div className={style["form"]}>
        <label>
          <input
            type="checkbox"
            checked={wish.wanted}
            onChange={(event) => keep({ wanted: event.currentTarget.checked })}
          />{" "}
          {say("mail.wanted")}
        </label>
        <NativeSelect
          label={say("mail.language")}
          value={wish.language}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (isLanguage(value)) keep({ language: value });
          }}
          data={languages.map((language) => ({ value: language, label: term(`language.${language}`) }))}
        />
        <ProblemList problems={save.problems} />
      </div>
      {session.may(routes.sendReminders) ? (
        <>
          <p>
            <Button
              variant="default"
              disabled={!configured}
              loading={send.running}
              onClick={() => void send.run({ body: {} })}
            >
              {say("mail.send")}
            </Button>{" "}
            {configured ? null : <span className={style["hint"]}>{say("mail.sendWhy")}</span>}
          </p>
          {send.value ? (
            <p role="status">{say("mail.sent", { sent: send.value.sent, waiting: send.value.waiting })}</p>
          ) : null}
          <ProblemList problems={send.problems} />
          {outbox.length > 0 ? (
            <ul className={style["results"]}>
              {outbox.map((message) => (
                <li key={`${message.recipient} ${message.day}`}>
                  {format.date(message.day)} · {message.recipient} · {say(`outbox.${message.state}`)}
                  {message.error ? (
                    <div className={style["detail"]} lang="en">
                      {message.error}
                    </div>
                  ) : null}
                </li>
              ))}
            </ul>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
