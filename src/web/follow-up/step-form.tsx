import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { routes } from "#contract";
import { verdicts } from "#records";
import { useApi, useApiAction, useSession } from "../api.ts";
import { useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import style from "./follow-up.module.css";
import type { Next, Shown } from "./shown.ts";

type Field = "on" | "due" | "unit" | "verdict" | "reason" | "text" | "note" | "owner" | "account" | "file";

const fieldsOf: { readonly [K in Next["kind"]]?: readonly Field[] } = {
  issued: ["on"],
  "response-asked": ["due", "unit"],
  responded: ["verdict", "reason", "text", "on"],
  "answered-in-general": ["text", "on"],
  "action-planned": ["text", "owner", "account", "due"],
  "due-changed": ["due", "reason"],
  initiated: ["note", "on"],
  completed: ["note", "on"],
  "evidence-attached": ["file", "note"],
  verified: ["note"],
  "no-longer-applicable": ["reason"],
  cancelled: ["reason"],
  reopened: ["reason"],
  commented: ["text"],
};

const routeOf = (kind: Next["kind"]) =>
  kind === "issued" || kind === "response-asked"
    ? routes.issueRecommendation
    : kind === "initiated" || kind === "completed" || kind === "commented"
      ? routes.reportProgress
      : kind === "verified"
        ? routes.verifyAction
        : routes.respondToRecommendation;

/** What belongs to the kind, from the fields; an empty field is null. */
function dataOf(kind: Next["kind"], of: (field: Field) => string | null): object {
  switch (kind) {
    case "response-asked":
      return { kind, due: of("due"), unit: of("unit") };
    case "responded":
      return {
        kind,
        verdict: of("verdict") ?? "accepted",
        reason: of("reason"),
        text: of("text"),
        passages: [],
      };
    case "answered-in-general":
      return { kind, text: of("text"), passages: [] };
    case "action-planned":
      return {
        kind,
        text: of("text") ?? "",
        owner: of("owner"),
        ownerAccount: of("account"),
        due: of("due"),
        printedDue: null,
      };
    case "due-changed":
      return { kind, due: of("due"), reason: of("reason") ?? "" };
    case "initiated":
    case "completed":
    case "verified":
      return { kind, note: of("note") };
    case "no-longer-applicable":
    case "cancelled":
    case "reopened":
      return { kind, reason: of("reason") ?? "" };
    case "commented":
      return { kind, text: of("text") ?? "" };
    default:
      return { kind };
  }
}

/** The fields of one step. What is missing or does not fit is told by the server, beside the form. */
export function StepForm(props: {
  readonly shown: Shown;
  readonly step: Next;
  readonly title: string;
  readonly onDone: () => void;
}) {
  const { shown, step } = props;
  const say = useWords("follow-up");
  const session = useSession();
  const record = useApiAction(routeOf(step.kind));
  const attach = useApiAction(routes.attachEvidence);
  const wantsAccount = fieldsOf[step.kind]?.includes("account") ?? false;
  const accounts = useApi(
    routes.listAccounts,
    {},
    { when: wantsAccount && session.may(routes.listAccounts) },
  );
  const file = useRef<HTMLInputElement>(null);
  const [values, setValues] = useState<Partial<Record<Field, string>>>({
    ...(step.kind === "response-asked" && shown.unit ? { unit: shown.unit } : {}),
    ...(fieldsOf[step.kind]?.includes("on") ? { on: shown.today } : {}),
  });
  const of = (field: Field) => values[field]?.trim() || null;
  const set = (field: Field) => (event: { readonly currentTarget: { readonly value: string } }) => {
    // Read before the state is set: afterwards the event has no target any more.
    const { value } = event.currentTarget;
    setValues((all) => ({ ...all, [field]: value }));
  };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (step.kind === "evidence-attached") {
      const chosen = file.current?.files?.[0];
      if (!chosen || step.action === null) return;
      const done = await attach.run({
        params: { id: shown.id },
        query: { name: chosen.name, action: step.action, note: of("note") ?? undefined },
        upload: chosen,
      });
      if (done) props.onDone();
      return;
    }
    const on = fieldsOf[step.kind]?.includes("on") ? { on: of("on") } : {};
    const body = { steps: [{ action: step.action, ...on, data: dataOf(step.kind, of) }] };
    if (await record.run({ params: { id: shown.id }, body } as never)) props.onDone();
  };

  const field = (name: Field) => {
    switch (name) {
      case "verdict":
        return (
          <NativeSelect
            key={name}
            label={say("field.verdict")}
            value={values.verdict ?? "accepted"}
            onChange={set("verdict")}
            data={verdicts.map((verdict) => ({ value: verdict, label: say(`verdict.${verdict}`) }))}
          />
        );
      case "account":
        return accounts.value ? (
          <NativeSelect
            key={name}
            label={say("field.account")}
            description={say("field.accountHint")}
            value={values.account ?? ""}
            onChange={set("account")}
            data={[
              { value: "", label: say("field.accountNone") },
              ...accounts.value
                .filter(({ disabledAt }) => disabledAt === null)
                .map((account) => ({ value: account.id, label: `${account.name} (${account.email})` })),
            ]}
          />
        ) : null;
      case "on":
      case "due":
        return (
          <TextInput
            key={name}
            type="date"
            label={say(`field.${name}`)}
            value={values[name] ?? ""}
            onChange={set(name)}
          />
        );
      case "unit":
      case "owner":
        return (
          <TextInput
            key={name}
            label={say(`field.${name}`)}
            value={values[name] ?? ""}
            onChange={set(name)}
          />
        );
      case "file":
        return (
          <label key={name}>
            {say("field.file")}
            <br />
            <input type="file" ref={file} required />
          </label>
        );
      default:
        return (
          <Textarea
            key={name}
            label={say(`field.${name}`)}
            description={name === "reason" && step.kind === "responded" ? say("field.reasonHint") : undefined}
            value={values[name] ?? ""}
            onChange={set(name)}
            rows={3}
          />
        );
    }
  };
  return (
    <form className={style["form"]} onSubmit={send} aria-label={props.title}>
      <h3>{props.title}</h3>
      {fieldsOf[step.kind]?.map(field)}
      <ProblemList problems={[...record.problems, ...attach.problems]} />
      <Button type="submit" loading={record.running || attach.running}>
        {say("step.record")}
      </Button>
    </form>
  );
}
