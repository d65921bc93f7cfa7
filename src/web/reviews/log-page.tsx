import { getRouteApi } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { StateLink } from "../shared/state-link.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { ReviewFrame } from "./review-frame.tsx";
import style from "./reviews.module.css";
import { WideTable } from "./wide-table.tsx";

const route = getRouteApi("/reviews/$id/log");
const pageSize = 100;

/** Everything that was done in a review, in order. */
export function LogPage() {
  const say = useWords("reviews");
  const acted = useWords("review-acts");
  const format = useFormat();
  const { id } = route.useParams();
  const { after = 0 } = route.useSearch();
  const answer = useApi(
    routes.reviewLog,
    { params: { id }, query: { after, limit: pageSize } },
    { keep: true },
  );
  return (
    <ReviewFrame id={id} title={say("log.title")} lead={say("log.lead")}>
      {(review) => (
        <Answered answer={answer} lines={12}>
          {({ events, hidden, last, names }) =>
            events.length === 0 && after === 0 ? (
              <EmptyState what={say("log.empty")} />
            ) : (
              <>
                {hidden > 0 ? <p role="note">{say("log.hidden", { count: hidden })}</p> : null}
                <WideTable label={say("log.title")}>
                  <table>
                    <caption className="visually-hidden">{say("log.title")}</caption>
                    <thead>
                      <tr>
                        <th scope="col">{say("log.number")}</th>
                        <th scope="col">{say("log.when")}</th>
                        <th scope="col">{say("log.who")}</th>
                        <th scope="col">{say("log.what")}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {events.map(({ number, at, by, via, act }) => (
                        <tr key={number} id={`event-${number}`}>
                          <td className={style["number"]}>{format.number(number)}</td>
                          <td>{format.dateTime(at)}</td>
                          <td>
                            {by === "operator" ? say("operator") : (names[by] ?? by)}
                            {via && by !== "operator" ? ` (${say("log.via")})` : ""}
                          </td>
                          <td>
                            <details>
                              <summary>
                                {acted(`act.${act.kind}`)}
                                {"record" in act ? ` ${act.record}` : ""}
                              </summary>
                              <pre className={style["act"]}>{JSON.stringify(act, null, 1)}</pre>
                            </details>
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </WideTable>
                <p className={style["line"]}>
                  {after > 0 ? (
                    <StateLink
                      search={(state) => ({ ...state, after: Math.max(0, after - pageSize) || undefined })}
                    >
                      {say("log.earlier")}
                    </StateLink>
                  ) : null}
                  {last < review.last ? (
                    <StateLink search={(state) => ({ ...state, after: last })}>{say("log.later")}</StateLink>
                  ) : null}
                </p>
              </>
            )
          }
        </Answered>
      )}
    </ReviewFrame>
  );
}
