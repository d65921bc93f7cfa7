import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type CallReply, routes } from "#contract";
import { type Role, roles } from "#records";
import { useApi, useApiAction, useSession } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered } from "../shared/states.tsx";
import style from "./desk.module.css";
import { OneTimeLink } from "./one-time-link.tsx";

type Account = CallReply<typeof routes.listAccounts>[number];
const accountRoles = roles.filter((role) => role !== "visitor");

export function AccountsBench() {
  const say = useWords("desk");
  const accounts = useApi(routes.listAccounts, {});
  return (
    <>
      <h2>{say("bench.accounts")}</h2>
      <NewAccount />
      <h3>{say("accounts.list")}</h3>
      <Answered answer={accounts} lines={6}>
        {(all) => (
          <ul className={style["results"]}>
            {all.map((account) => (
              <AccountRow key={account.id} account={account} />
            ))}
          </ul>
        )}
      </Answered>
    </>
  );
}

function NewAccount() {
  const say = useWords("desk");
  const { may } = useSession();
  const create = useApiAction(routes.createAccount);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await create.run({ body: { name, email, role } }))) return;
    setName("");
    setEmail("");
  };
  const allowed = may(routes.createAccount);
  return (
    <form className={style["form"]} onSubmit={send}>
      <TextInput
        label={say("field.name")}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={say("field.email")}
        type="email"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <RoleField label={say("field.role")} value={role} onChange={setRole} />
      <p className={style["hint"]}>{say(`roleText.${role}`)}</p>
      <ProblemList problems={create.problems} />
      <Button type="submit" loading={create.running} disabled={!allowed}>
        {say("accounts.create")}
      </Button>
      {allowed ? null : <p className={style["hint"]}>{say("desk.closed")}</p>}
      {create.value ? <OneTimeLink link={create.value.link} name={create.value.account.name} /> : null}
    </form>
  );
}

function RoleField(props: {
  readonly label: string;
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}) {
  const say = useWords("desk");
  return (
    <NativeSelect
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value as Role)}
      data={accountRoles.map((role) => ({ value: role, label: say(`role.${role}`) }))}
    />
  );
}

function AccountRow({ account }: { readonly account: Account }) {
  const say = useWords("desk");
  const format = useFormat();
  const change = useApiAction(routes.changeAccount);
  const renew = useApiAction(routes.createAccountLink);
  const disabled = account.disabledAt !== null;
  const params = { id: account.id };
  return (
    <li>
      <div className={style["account"]}>
        <p className={disabled ? style["disabled"] : undefined}>
          <strong>{account.name}</strong> {account.email}
          <br />
          <span className={style["hint"]}>
            {account.disabledAt
              ? say("accounts.disabledOn", { date: format.date(account.disabledAt) })
              : say("accounts.since", { date: format.date(account.createdAt) })}
          </span>
        </p>
        <RoleField
          label={say("accounts.roleOf", { name: account.name })}
          value={account.role}
          onChange={(role) => void change.run({ params, body: { role } })}
        />
        <div className={style["who"]}>
          <Button
            variant="default"
            loading={change.running}
            onClick={() => void change.run({ params, body: { disabled: !disabled } })}
          >
            {disabled ? say("accounts.enable") : say("accounts.disable")}
            <span className="visually-hidden"> {account.name}</span>
          </Button>
          <Button
            variant="default"
            loading={renew.running}
            disabled={disabled}
            onClick={() => void renew.run({ params })}
          >
            {say("accounts.newLink")}
            <span className="visually-hidden"> {account.name}</span>
          </Button>
        </div>
      </div>
      {disabled ? <p className={style["hint"]}>{say("accounts.newLinkWhy")}</p> : null}
      <ProblemList problems={[...change.problems, ...renew.problems]} />
      {renew.value ? <OneTimeLink link={renew.value.link} name={account.name} /> : null}
    </li>
  );
}
