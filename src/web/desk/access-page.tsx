import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type Route, routes } from "#contract";
import { roles } from "#records";
import { useSession } from "../api.ts";
import { useWords } from "../i18n.ts";
import { Page, Section } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import style from "./desk.module.css";

const actions = [...new Set(Object.values<Pick<Route, "action">>(routes).map((route) => route.action))];

/** Who may see and do what, in plain words, and what of it the present reader may. */
export function AccessPage() {
  const say = useWords("desk");
  const session = useSession();
  return (
    <Page title={say("access.title")} lead={say("access.lead")}>
      <Section title={say("access.rules")}>
        <ul>
          {(["open", "tiers", "roles", "audit", "simulated"] as const).map((rule) => (
            <li key={rule}>{say(`access.rule.${rule}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={say("access.rolesTitle")}>
        <Table verticalSpacing="sm" aria-label={say("access.rolesTitle")}>
          <Table.Tbody>
            {roles.map((role) => (
              <Table.Tr key={role}>
                <Table.Th scope="row">{say(`role.${role}`)}</Table.Th>
                <Table.Td>{say(`roleText.${role}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Section>
      <Section title={say("access.yours")}>
        <Answered answer={session} lines={10}>
          {(value) => (
            <>
              <p>
                {say(`roleIs.${value.role}`)}{" "}
                {value.account ? null : <Link to="/sign-in">{say("signIn.title")}</Link>}
              </p>
              <Table verticalSpacing="xs" aria-label={say("access.yours")}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{say("access.action")}</Table.Th>
                    <Table.Th scope="col">{say("access.allowed")}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {actions.map((action) => (
                    <Table.Tr key={action}>
                      <Table.Td>{say(`action.${action}`)}</Table.Td>
                      <Table.Td>
                        {value.may.includes(action) ? (
                          <span className={style["done"]}>{say("access.yes")}</span>
                        ) : (
                          say(action === "command.run" ? "access.operator" : "access.no")
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </>
          )}
        </Answered>
      </Section>
    </Page>
  );
}
