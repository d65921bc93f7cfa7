import { Button, TextInput } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { type CallReply, routes } from "#contract";
import { useApi, useApiAction, useSession } from "../api.ts";
import { useWords } from "../i18n.ts";
import { Page, Section } from "../shared/page.tsx";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered } from "../shared/states.tsx";
import { FieldChanges } from "./field-changes.tsx";
import { FieldControl } from "./field-control.tsx";
import { fieldGroups } from "./record-fields.ts";
import style from "./registry.module.css";

const route = getRouteApi("/evidence/evaluations/$id/edit");

export function EditPage() {
  const say = useWords("registry");
  const { id } = route.useParams();
  const answer = useApi(routes.evaluation, { params: { id } });
  return (
    <Page
      title={say("edit.title")}
      lead={
        answer.value ? (
          <Link
            to="/evidence/evaluations/$id"
            params={{ id }}
            lang={answer.value.evaluation.language ?? undefined}
          >
            {answer.value.evaluation.title}
          </Link>
        ) : undefined
      }
      cite={false}
    >
      <Answered answer={answer} lines={12}>
        {/* A new version of the record begins the form anew. */}
        {(found) => <EditForm key={found.version} {...found} />}
      </Answered>
    </Page>
  );
}

function EditForm({ evaluation, version }: CallReply<typeof routes.evaluation>) {
  const say = useWords("registry");
  const navigate = useNavigate();
  const { may, account } = useSession();
  const edit = useApiAction(routes.editEvaluations);
  const [set, setSet] = useState<Readonly<Record<string, unknown>>>({});
  const [title, setTitle] = useState("");
  const wrong = Object.values(set).some((value) => value === undefined);
  const standing = evaluation as Readonly<Record<string, unknown>>;
  const changes = Object.entries(set)
    .filter(([, value]) => value !== undefined)
    .map(([field, after]) => ({ field, before: standing[field], after }))
    .filter(({ before, after }) => JSON.stringify(before ?? null) !== JSON.stringify(after ?? null));
  const allowed = may(routes.editEvaluations);
  const why = !allowed
    ? account
      ? say("edit.notYours")
      : say("edit.signIn")
    : wrong
      ? say("edit.wrong")
      : changes.length === 0
        ? say("edit.nothing")
        : null;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (why !== null) return;
    const done = await edit.run({
      body: {
        records: [{ id: evaluation.id, version }],
        set: Object.fromEntries(changes.map(({ field, after }) => [field, after])),
        title: title.trim() || say("edit.defaultTitle", { title: evaluation.title }).slice(0, 300),
      },
    });
    if (done) await navigate({ to: "/evidence/evaluations/$id/history", params: { id: evaluation.id } });
  };

  return (
    <form onSubmit={send} className={style["edit"]}>
      <p>{say("edit.note")}</p>
      {fieldGroups.map(({ group, fields }) => (
        <fieldset key={group} className={style["group"]}>
          <legend>
            <h2>{say(`group.${group}`)}</h2>
          </legend>
          <div className={style["fields"]}>
            {fields.map((field) => (
              <FieldControl
                key={field.name}
                field={field}
                value={
                  field.name in set && set[field.name] !== undefined ? set[field.name] : standing[field.name]
                }
                onChange={(value) => setSet((former) => ({ ...former, [field.name]: value }))}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Section title={say("edit.changes")}>
        {changes.length === 0 ? <p>{say("edit.nothing")}</p> : <FieldChanges changes={changes} />}
        <TextInput
          label={say("edit.reason")}
          description={say("edit.reasonHint")}
          value={title}
          maxLength={300}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <ProblemList problems={edit.problems} />
        <Button type="submit" loading={edit.running} disabled={why !== null} aria-describedby="edit-why">
          {say("edit.save")}
        </Button>
        <p id="edit-why" className={style["hint"]}>
          {why ?? say("edit.undoable")}
        </p>
      </Section>
    </form>
  );
}
