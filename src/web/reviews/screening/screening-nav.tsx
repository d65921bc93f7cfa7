import { Link } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import type { ScreeningStage } from "#records";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { StateLink } from "../../shared/state-link.tsx";
import style from "./screening.module.css";

export type Overview = CallReply<typeof routes.reviewScreening>;

export const useScreening = (id: string) =>
  useApi(routes.reviewScreening, { params: { id } }, { keep: true });

/** The stage the address names, else the one at which there is work. */
export const stageOf = (overview: Overview, named: ScreeningStage | undefined): ScreeningStage | null =>
  overview.stages.find((one) => one.used && one.stage === named)?.stage ?? overview.present;

/** Which page of the screening, and which stage. */
export function ScreeningNav(props: {
  readonly id: string;
  readonly overview: Overview;
  readonly stage: ScreeningStage;
}) {
  const say = useWords("review-screening");
  const format = useFormat();
  const { id, overview, stage } = props;
  const used = overview.stages.filter((one) => one.used);
  const counts = used.find((one) => one.stage === stage)?.counts;
  const search = { stage: used.length > 1 ? stage : undefined } as never;
  return (
    <div className={style["nav"]}>
      <nav aria-label={say("pages")}>
        <ul>
          <li>
            <Link
              to="/reviews/$id/screening"
              params={{ id }}
              search={search}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ "aria-current": "page" }}
            >
              {say("page.decide")}
            </Link>
          </li>
          <li>
            <Link
              to="/reviews/$id/screening/conflicts"
              params={{ id }}
              search={search}
              activeOptions={{ includeSearch: false }}
              activeProps={{ "aria-current": "page" }}
            >
              {overview.mayAdjudicate
                ? say("page.conflicts", { count: (counts?.conflict ?? 0) + (counts?.possible ?? 0) })
                : say("conflicts.title")}
            </Link>
          </li>
          <li>
            <Link
              to="/reviews/$id/screening/progress"
              params={{ id }}
              search={search}
              activeOptions={{ includeSearch: false }}
              activeProps={{ "aria-current": "page" }}
            >
              {say("page.progress")}
            </Link>
          </li>
        </ul>
      </nav>
      {used.length > 1 ? (
        <nav aria-label={say("stages")}>
          <ul>
            {used.map((one) => (
              <li key={one.stage}>
                <StateLink
                  search={(former) => ({ ...former, stage: one.stage, record: undefined })}
                  current={one.stage === stage}
                  replace
                >
                  {say(`stage.${one.stage}`)} ({format.number(one.counts.records)})
                </StateLink>
              </li>
            ))}
          </ul>
        </nav>
      ) : (
        <p>{say(`stage.${stage}`)}</p>
      )}
    </div>
  );
}

/** The records of a stage by status: the flow as it stands. */
export function CountsLine({ counts }: { readonly counts: Overview["stages"][number]["counts"] }) {
  const say = useWords("review-screening");
  const format = useFormat();
  const parts = (
    ["waiting", "conflict", "possible", "included", "excluded", "not-retrieved", "unread"] as const
  ).filter((status) => counts[status] > 0 || status === "included" || status === "excluded");
  return (
    <dl className={style["counts"]}>
      <div>
        <dt>{say("count.records")}</dt>
        <dd>{format.number(counts.records)}</dd>
      </div>
      {parts.map((status) => (
        <div key={status}>
          <dt>{say(`count.${status}`)}</dt>
          <dd>{format.number(counts[status])}</dd>
        </div>
      ))}
    </dl>
  );
}
