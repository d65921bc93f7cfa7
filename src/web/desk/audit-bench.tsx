import { Table } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./desk.module.css";

const route = getRouteApi("/desk");
const pageSize = 50;

/** Who changed what, and when; newest first. Nothing here can be changed or removed. */
export function AuditBench() {
  const say = useWords("desk");
  const format = useFormat();
  const { before } = route.useSearch();
  const audit = useApi(routes.listAudit, { query: { before, limit: pageSize } }, { keep: true });
  return (
    <>
      <h2>{say("bench.audit")}</h2>
      <p className={style["hint"]}>{say("audit.hint")}</p>
      <Answered answer={audit} lines={10}>
        {(entries) =>
          entries.length === 0 ? (
            <EmptyState what={say("audit.empty")} />
          ) : (
            <>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable */}
              <section className={style["wide"]} tabIndex={0} aria-label={say("bench.audit")}>
                <Table verticalSpacing="xs">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th scope="col">{say("audit.at")}</Table.Th>
                      <Table.Th scope="col">{say("audit.action")}</Table.Th>
                      <Table.Th scope="col">{say("audit.actor")}</Table.Th>
                      <Table.Th scope="col">{say("audit.resource")}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {entries.map((entry) => (
                      <Table.Tr key={entry.number}>
                        <Table.Td>{format.dateTime(entry.at)}</Table.Td>
                        <Table.Td>{entry.action}</Table.Td>
                        <Table.Td>{entry.actor}</Table.Td>
                        <Table.Td>
                          {entry.resource}
                          <div className={style["detail"]}>{JSON.stringify(entry.detail)}</div>
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </section>
              <p className={style["who"]}>
                {before ? (
                  <Link to="/desk" search={{ at: "audit" }}>
                    {say("audit.newest")}
                  </Link>
                ) : null}
                {entries.length === pageSize ? (
                  <Link to="/desk" search={{ at: "audit", before: entries.at(-1)?.number }}>
                    {say("audit.older")}
                  </Link>
                ) : null}
              </p>
            </>
          )
        }
      </Answered>
    </>
  );
}
