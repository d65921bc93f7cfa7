import { NativeSelect } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./correct.module.css";
import { unsureBelow } from "./search-params.ts";

const route = getRouteApi("/desk");
const shares = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1] as const;

/** What is unsure, document by document, most first: how far each is, and who is at work there. */
export function QueueBench() {
  const say = useWords("correct");
  const format = useFormat();
  const navigate = useNavigate();
  const state = route.useSearch();
  const below = state.below ?? unsureBelow;
  const answer = useApi(routes.correctionQueue, { query: { below, limit: 200 } }, { keep: true });
  return (
    <>
      <h2>{say("queue.title")}</h2>
      <p className={style["facts"]}>{say("queue.hint")}</p>
      <NativeSelect
        label={say("queue.below")}
        value={String(below)}
        onChange={(event) =>
          void navigate({
            to: "/desk",
            search: { at: "correct", below: Number(event.currentTarget.value) } as never,
            replace: true,
          })
        }
        data={[...new Set([...shares, below])]
          .toSorted((a, b) => a - b)
          .map((share) => ({ value: String(share), label: format.percent(share) }))}
      />
      <Answered answer={answer} lines={6}>
        {({ documents, total }) =>
          documents.length === 0 ? (
            <EmptyState
              what={say("queue.empty", { share: format.percent(below) })}
              how={say("queue.emptyHow")}
            />
          ) : (
            <div className={style["queue"]}>
              <table>
                <caption className="visually-hidden">{say("queue.count", { count: total })}</caption>
                <thead>
                  <tr>
                    <th scope="col">{say("queue.report")}</th>
                    <th scope="col" className={style["count"]}>
                      {say("queue.unsure")}
                    </th>
                    <th scope="col" className={style["count"]}>
                      {say("queue.toCheck")}
                    </th>
                    <th scope="col" className={style["count"]}>
                      {say("queue.decided")}
                    </th>
                    <th scope="col">{say("queue.atWork")}</th>
                  </tr>
                </thead>
                <tbody>
                  {documents.map((one) => (
                    <tr key={one.source}>
                      <td>
                        <Link
                          to="/evidence/reports/$sha256/correct"
                          params={{ sha256: one.source }}
                          search={(state.below === undefined ? {} : { below }) as never}
                          lang={one.language ?? undefined}
                        >
                          {one.title}
                        </Link>{" "}
                        <OriginMark origin={one.origin} />
                      </td>
                      <td className={style["count"]}>{format.number(one.unsure)}</td>
                      <td className={style["count"]}>{format.number(one.toCheck)}</td>
                      <td className={style["count"]}>
                        {say("queue.progress", {
                          decided: format.number(one.decided + one.rejected),
                          all: format.number(one.decided + one.rejected + one.proposals),
                        })}
                      </td>
                      <td>{format.list(one.atWork.map(({ name }) => name))}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
    </>
  );
}
