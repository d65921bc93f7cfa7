import { Button } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { routes } from "#contract";
import { useApiAction, useSession } from "../api.ts";
import { QueueBench } from "../correct/queue-bench.tsx";
import { ReleasesBench } from "../data/releases-bench.tsx";
import { SearchesBench } from "../evidence/saved-searches.tsx";
import { useWords } from "../i18n.ts";
import { Page } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { SurveysBench } from "../survey-desk/surveys-bench.tsx";
import { AccountsBench } from "./accounts-bench.tsx";
import { AuditBench } from "./audit-bench.tsx";
import style from "./desk.module.css";
import { FollowUpBench } from "./follow-up-bench.tsx";
import { EvaluationsBench } from "./import-benches.tsx";
import { ObservationsBench } from "./import-observations.tsx";
import { ReportBench } from "./import-reports.tsx";
import { ReviewsBench } from "./reviews-bench.tsx";
import { RunBench } from "./run-bench.tsx";
import { routeOfWorkbench, type Workbench, workbenches } from "./workbenches.ts";

const route = getRouteApi("/desk");

const benches: Readonly<Record<Workbench, () => ReactNode>> = {
  report: ReportBench,
  correct: QueueBench,
  evaluations: EvaluationsBench,
  observations: ObservationsBench,
  releases: ReleasesBench,
  run: RunBench,
  surveys: SurveysBench,
  searches: SearchesBench,
  "follow-up": FollowUpBench,
  reviews: ReviewsBench,
  accounts: AccountsBench,
  audit: AuditBench,
};

export function DeskPage() {
  const say = useWords("desk");
  const session = useSession();
  const navigate = useNavigate();
  const signOut = useApiAction(routes.signOut);
  const { at } = route.useSearch();
  const open = workbenches.filter((bench) => session.may(routeOfWorkbench[bench]));
  const present = at ?? open[0];
  const Bench = present && open.includes(present) ? benches[present] : null;

  return (
    <Page title={say("desk.title")} cite={false}>
      <Answered answer={session} lines={6}>
        {({ account }) =>
          account === null ? (
            <EmptyState
              what={say("desk.signedOut")}
              how={
                <Link to="/sign-in" search={{ after: "/desk" }}>
                  {say("signIn.title")}
                </Link>
              }
            />
          ) : (
            <>
              <p className={style["who"]}>
                <span>
                  {say("desk.who", { name: account.name, email: account.email })}{" "}
                  {say(`roleIs.${account.role}`)}
                </span>
                <Link to="/access">{say("desk.toAccess")}</Link>
                <Button
                  variant="default"
                  size="compact-md"
                  loading={signOut.running}
                  onClick={async () => {
                    if (await signOut.run({})) await navigate({ to: "/" });
                  }}
                >
                  {say("signOut")}
                </Button>
              </p>
              <div className={style["split"]}>
                <nav aria-label={say("desk.benches")}>
                  <ul className={style["benches"]}>
                    {workbenches.map((bench) => (
                      <li key={bench}>
                        {open.includes(bench) ? (
                          <Link
                            to="/desk"
                            search={{ at: bench }}
                            activeOptions={{ exact: true, explicitUndefined: true }}
                            aria-current={bench === present ? "true" : undefined}
                            activeProps={{}}
                            className={style["bench"]}
                          >
                            {say(`bench.${bench}`)}
                          </Link>
                        ) : (
                          <span className={style["benchClosed"]}>
                            {say(`bench.${bench}`)}
                            <span className={style["why"]}>{say("desk.closed")}</span>
                          </span>
                        )}
                      </li>
                    ))}
                  </ul>
                </nav>
                <div className={style["work"]}>
                  {Bench ? (
                    <Bench />
                  ) : (
                    <EmptyState
                      what={
                        present
                          ? say("desk.notYours", { bench: say(`bench.${present}`) })
                          : say("desk.nothing")
                      }
                      how={say("desk.askFor")}
                    />
                  )}
                </div>
              </div>
            </>
          )
        }
      </Answered>
    </Page>
  );
}
