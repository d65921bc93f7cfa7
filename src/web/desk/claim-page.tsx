import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { routes } from "#contract";
import { useApi, useApiAction } from "../api.ts";
import { useWords } from "../i18n.ts";
import { Page } from "../shared/page.tsx";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./desk.module.css";

/** The page a one-time link opens. The token stands after `#`, which no server and no log ever sees. */
export function ClaimPage() {
  const say = useWords("desk");
  const { hash } = useLocation();
  // Kept while the desk is being fetched: the address has moved on by then, and a used link answers no more.
  const kept = useRef("");
  if (hash !== "") kept.current = hash.replace(/^#/, "");
  const token = kept.current;
  const [isUsing, setUsing] = useState(false);
  const link = useApi(routes.readLink, { body: { token } }, { when: token !== "" && !isUsing });
  return (
    <Page title={say("claim.title")} cite={false}>
      {token === "" ? (
        <EmptyState what={say("claim.noToken")} how={say("claim.noTokenHow")} />
      ) : (
        <Answered answer={link} lines={6}>
          {(value) => (
            <ClaimForm
              token={token}
              claims={value.purpose === "claim-administrator"}
              name={value.name}
              email={value.email}
              onUsing={setUsing}
            />
          )}
        </Answered>
      )}
    </Page>
  );
}

function ClaimForm(props: {
  readonly token: string;
  readonly claims: boolean;
  readonly name: string | null;
  readonly email: string | null;
  readonly onUsing: (isUsing: boolean) => void;
}) {
  const say = useWords("desk");
  const navigate = useNavigate();
  const use = useApiAction(routes.useLink);
  const [name, setName] = useState(props.name ?? "");
  const [email, setEmail] = useState(props.email ?? "");
  const [password, setPassword] = useState("");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const own = props.claims ? { name, email } : {};
    props.onUsing(true);
    const session = await use.run({ body: { token: props.token, password, ...own } });
    if (session?.account) await navigate({ to: "/desk", replace: true });
    else props.onUsing(false);
  };
  return (
    <form className={style["form"]} onSubmit={send}>
      <p>
        {props.claims
          ? say("claim.administrator")
          : say("claim.password", { name: props.name ?? "", email: props.email ?? "" })}
      </p>
      {props.claims ? (
        <>
          <TextInput
            label={say("field.name")}
            autoComplete="name"
            required
            withAsterisk={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={say("field.email")}
            description={say("field.emailHint")}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        </>
      ) : null}
      <PasswordInput
        label={say("field.newPassword")}
        description={say("field.newPasswordHint")}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": say("field.showPassword") }}
      />
      <ProblemList problems={use.problems} />
      <Button type="submit" loading={use.running}>
        {props.claims ? say("claim.button") : say("claim.passwordButton")}
      </Button>
    </form>
  );
}
