import { Button, PasswordInput, TextInput } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { routes } from "#contract";
import { useApiAction } from "../api.ts";
import { useWords } from "../i18n.ts";
import { Page } from "../shared/page.tsx";
import { ProblemList } from "../shared/problem-list.tsx";
import style from "./desk.module.css";

const route = getRouteApi("/sign-in");

/** Only an address of these pages may follow a sign-in, never one of another site. */
export const pageAfter = (asked: string | undefined): string =>
  asked !== undefined && /^\/(?![/\\])/.test(asked) ? asked : "/desk";

export function SignInPage() {
  const say = useWords("desk");
  const navigate = useNavigate();
  const { after } = route.useSearch();
  const signIn = useApiAction(routes.signIn);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const session = await signIn.run({ body: { email, password } });
    if (session?.account) await navigate({ href: pageAfter(after) });
  };
  return (
    <Page title={say("signIn.title")} lead={say("signIn.lead")} cite={false}>
      <form className={style["form"]} onSubmit={send}>
        <TextInput
          label={say("field.email")}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={say("field.password")}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": say("field.showPassword") }}
        />
        <ProblemList problems={signIn.problems} />
        <Button type="submit" loading={signIn.running}>
          {say("signIn.button")}
        </Button>
        <p className={style["hint"]}>{say("signIn.noAccount")}</p>
      </form>
    </Page>
  );
}
