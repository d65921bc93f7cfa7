import { Button, Textarea, TextInput } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { type CallReply, factFields, routes } from "#contract";
import { useApi, useApiAction, useSession } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Page, Section } from "../shared/page.tsx";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./correct.module.css";

const route = getRouteApi("/evidence/reports/$sha256/record");
type Facts = CallReply<typeof routes.reportFacts>;
type Field = (typeof factFields)[number];

/** The evaluation a report is on: a record that is there, or one made of what the report says of itself. */
export function RecordPage() {
  const say = useWords("correct");
  const session = useSession();
  const { sha256 } = route.useParams();
  const may = session.may(routes.makeRecord);
  const report = useApi(routes.document, { params: { sha256 } });
  const facts = useApi(routes.reportFacts, { params: { sha256 } }, { when: may });
  return (
    <Page
      title={say("record.title")}
      cite={false}
      kicker={
        <Link to="/evidence/reports/$sha256" params={{ sha256 }}>
          {report.value?.title ?? report.value?.source.name ?? say("toReport")}
        </Link>
      }
      lead={say("record.lead")}
    >
      <Answered answer={session} lines={6}>
        {({ account }) =>
          may ? (
            <Answered answer={facts} lines={14}>
              {(value) => <RecordForm facts={value} sha256={sha256} />}
            </Answered>
          ) : (
            <EmptyState
              what={say(account ? "notYours" : "signedOut")}
              how={
                <Link to="/sign-in" search={{ after: `/evidence/reports/${sha256}/record` }}>
                  {say("signIn")}
                </Link>
              }
            />
          )
        }
      </Answered>
    </Page>
  );
}

function RecordForm({ facts, sha256 }: { readonly facts: Facts; readonly sha256: string }) {
  const say = useWords("correct");
  const label = useWords("registry");
  const format = useFormat();
  const navigate = useNavigate();
  const tie = useApiAction(routes.tieReport);
  const make = useApiAction(routes.makeRecord);
  const [values, setValues] = useState<Readonly<Partial<Record<Field, string>>>>(() =>
    Object.fromEntries(facts.fields.map(({ field, value }) => [field, value])),
  );
  const [other, setOther] = useState("");
  const open = (evaluation: string) =>
    navigate({ to: "/evidence/evaluations/$id", params: { id: evaluation } });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const fields = factFields.flatMap((field) => {
      const value = values[field]?.trim() ?? "";
      if (value === "") return [];
      const found = facts.fields.find((one) => one.field === field);
      const said = found && [found, ...found.others].find((one) => one.value === value);
      return [{ field, value, ...(said ? { spans: said.spans, page: said.page } : {}) }];
    });
    const made = await make.run({ params: { sha256 }, body: { fields } });
    if (made) await open(made.evaluation);
  };
  return (
    <>
      {facts.evaluations.length > 0 ? (
        <p>
          {say("record.tied")}{" "}
          {facts.evaluations.map((id) => (
            <Link key={id} to="/evidence/evaluations/$id" params={{ id }}>
              {id}
            </Link>
          ))}
        </p>
      ) : null}
      {facts.matches.length > 0 ? (
        <Section title={say("record.matches")}>
          <ul className={style["list"]}>
            {facts.matches.map(({ id, title, why }) => (
              <li key={id} className={style["old"]}>
                <Link to="/evidence/evaluations/$id" params={{ id }}>
                  {title}
                </Link>
                <span className={style["oldFoot"]}>
                  {id} · {say(`record.why.${why}`)}
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={tie.running}
                    onClick={async () => {
                      const tied = await tie.run({ params: { sha256 }, body: { evaluation: id } });
                      if (tied) await open(tied.evaluation);
                    }}
                  >
                    {say("record.tie")}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
          <ProblemList problems={tie.problems} />
        </Section>
      ) : null}
      <form
        className={style["record"]}
        onSubmit={async (event) => {
          event.preventDefault();
          const evaluation = decodeURIComponent(other.trim().replace(/^.*\/evaluations\/|[?#].*$/g, ""));
          const tied = await tie.run({ params: { sha256 }, body: { evaluation } });
          if (tied) await open(tied.evaluation);
        }}
      >
        <TextInput
          label={say("record.other")}
          description={say("record.otherHint")}
          value={other}
          required
          withAsterisk={false}
          onChange={(event) => setOther(event.currentTarget.value)}
        />
        {facts.matches.length === 0 ? <ProblemList problems={tie.problems} /> : null}
        <Button type="submit" variant="default" loading={tie.running}>
          {say("record.tieOther")}
        </Button>
      </form>
      <Section title={say("record.make")} note={say("record.makeHint")}>
        <form className={style["record"]} onSubmit={send}>
          {factFields.map((field) => {
            const found = facts.fields.find((one) => one.field === field);
            return (
              <div key={field}>
                <Textarea
                  label={label(`field.${field}`)}
                  autosize
                  minRows={1}
                  maxRows={6}
                  value={values[field] ?? ""}
                  onChange={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
                />
                {found ? (
                  <p className={style["facts"]}>
                    <q>{[...found.printed].slice(0, 160).join("")}</q>
                    {found.page === null ? null : ` · ${say("page", { page: format.number(found.page) })}`}
                    {` · ${say("confidence", { share: format.percent(found.confidence) })}`}
                  </p>
                ) : null}
                {found && found.others.length > 0 ? (
                  <p className={style["facts"]}>
                    {say("record.others")}{" "}
                    {found.others.map((other) => (
                      <Button
                        key={other.value}
                        size="compact-sm"
                        variant="default"
                        onClick={() => setValues({ ...values, [field]: other.value })}
                      >
                        {[...other.value].slice(0, 60).join("")}
                      </Button>
                    ))}
                  </p>
                ) : null}
              </div>
            );
          })}
          <ProblemList problems={make.problems} />
          <Button type="submit" loading={make.running}>
            {say("record.button")}
          </Button>
        </form>
      </Section>
    </>
  );
}
