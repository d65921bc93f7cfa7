import { Button, Textarea } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { type CallReply, routes } from "#contract";
import { useApi, useApiAction, useSession } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import list from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { PagesOf } from "../shared/pages-of.tsx";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./follow-up.module.css";
import { RecommendationItem } from "./recommendation-item.tsx";

const route = getRouteApi("/evidence/advice");
const pageSize = 20;
type Group = CallReply<typeof routes.advice>["group"];

export function AdvicePage() {
  const say = useWords("follow-up");
  const { group } = route.useSearch();
  return (
    <Page title={say(group ? "advice.groupTitle" : "advice.title")} lead={say("advice.lead")}>
      <p className={list["line"]}>
        <Link to="/evidence/recommendations">{say("list.title")}</Link>
        <Link to="/evidence/follow-up">{say("toFigures")}</Link>
        {group ? <Link to="/evidence/advice">{say("advice.all")}</Link> : null}
      </p>
      {group ? <OneGroup id={group} /> : <AllGroups />}
    </Page>
  );
}

/** The shared terms, how often accepted, and what became of it. */
function GroupFacts({ group }: { readonly group: Group }) {
  const say = useWords("follow-up");
  const format = useFormat();
  return (
    <>
      <ul className={style["terms"]} aria-label={say("advice.terms")}>
        {group.terms.map(({ term, weight }) => (
          <li key={term} lang={group.sampleLanguage ?? undefined}>
            {term} <small>{format.percent(weight)}</small>
          </li>
        ))}
      </ul>
      <p>
        {say("advice.counts", {
          accepted: group.accepted,
          implemented: group.implemented,
          notDone: group.notDone,
        })}{" "}
        {say("advice.rest", { rejected: group.rejected, unanswered: group.unanswered })}
      </p>
      <p className={list["meta"]}>
        <span>{say("advice.size", { count: group.size })}</span>
        <span>{say("advice.evaluations", { count: group.evaluations })}</span>
        {group.firstYear === null ? null : (
          <span>
            {group.firstYear === group.lastYear ? group.firstYear : `${group.firstYear}–${group.lastYear}`}
          </span>
        )}
        <span>{say("advice.cohesion", { share: format.percent(group.cohesion) })}</span>
        {group.origins.map((origin) => (
          <OriginMark key={origin} origin={origin} />
        ))}
      </p>
    </>
  );
}

function AllGroups() {
  const say = useWords("follow-up");
  const format = useFormat();
  const session = useSession();
  const { page } = route.useSearch();
  const seek = useApiAction(routes.createAdvice);
  const answer = useApi(
    routes.listAdvice,
    { query: { limit: pageSize, offset: ((page ?? 1) - 1) * pageSize } },
    { keep: true },
  );
  const may = session.may(routes.createAdvice);
  return (
    <Answered answer={answer} lines={12}>
      {({ total, groups, madeAt, compared }) => (
        <div className={list["stack"]}>
          <p className={list["count"]} role="status">
            <strong>{say("advice.groups", { count: total })}</strong>{" "}
            {madeAt === null ? null : say("advice.made", { at: format.dateTime(madeAt), count: compared })}
          </p>
          {may ? (
            <div data-print="hide">
              <Button variant="default" loading={seek.running} onClick={() => void seek.run({ body: {} })}>
                {say("advice.seek")}
              </Button>
              <ProblemList problems={seek.problems} />
            </div>
          ) : null}
          {groups.length === 0 ? (
            <EmptyState what={say("advice.empty")} how={say("advice.emptyHow")} />
          ) : (
            <ol className={list["plain"]}>
              {groups.map((group) => (
                <li key={group.id} className={`${list["hit"]} ${style["item"]}`}>
                  <h2 lang={group.sampleLanguage ?? undefined}>
                    <Link to="/evidence/advice" search={{ group: group.id }}>
                      {group.sample}
                    </Link>
                  </h2>
                  <GroupFacts group={group} />
                </li>
              ))}
            </ol>
          )}
          <PagesOf total={total} size={pageSize} page={page ?? 1} />
        </div>
      )}
    </Answered>
  );
}

function OneGroup({ id }: { readonly id: string }) {
  const say = useWords("follow-up");
  const session = useSession();
  const answer = useApi(routes.advice, { params: { id } });
  const correct = useApiAction(routes.correctAdvice);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [other, setOther] = useState("");
  const [reason, setReason] = useState("");
  const may = session.may(routes.correctAdvice);
  return (
    <Answered answer={answer} lines={12}>
      {({ group, members }) => {
        const takeOut = (one: string) =>
          correct.run({
            body: {
              kind: "apart",
              recommendations: [
                one,
                ...members.map((member) => member.id).filter((member) => member !== one),
              ],
              reason: reason.trim() || null,
            },
          });
        const addressed = other.trim().replace(/^.*\/recommendations\//, "");
        return (
          <>
            <GroupFacts group={group} />
            <Section title={say("advice.members")}>
              <ol className={list["plain"]}>
                {members.map((member) => (
                  <RecommendationItem key={member.id} of={member}>
                    {may ? (
                      <label className={`${style["choose"]} ${list["note"]}`} data-print="hide">
                        <input
                          type="checkbox"
                          checked={chosen.includes(member.id)}
                          onChange={(event) =>
                            setChosen(
                              event.currentTarget.checked
                                ? [...chosen, member.id]
                                : chosen.filter((one) => one !== member.id),
                            )
                          }
                        />
                        {say("advice.notTheSame")}
                      </label>
                    ) : null}
                  </RecommendationItem>
                ))}
              </ol>
            </Section>
            {may ? (
              <Section title={say("advice.correct")} note={say("advice.correctNote")}>
                <form
                  className={style["form"]}
                  data-print="hide"
                  onSubmit={async (event) => {
                    event.preventDefault();
                    for (const one of chosen) await takeOut(one);
                    if (addressed !== "")
                      await correct.run({
                        body: {
                          kind: "together",
                          recommendations: [addressed, ...members.slice(0, 1).map((member) => member.id)],
                          reason: reason.trim() || null,
                        },
                      });
                    setChosen([]);
                    setOther("");
                  }}
                >
                  <Textarea
                    label={say("advice.also")}
                    description={say("advice.alsoHint")}
                    rows={1}
                    value={other}
                    onChange={(event) => setOther(event.currentTarget.value)}
                  />
                  <Textarea
                    label={say("field.reason")}
                    rows={2}
                    value={reason}
                    onChange={(event) => setReason(event.currentTarget.value)}
                  />
                  <ProblemList problems={correct.problems} />
                  <Button
                    type="submit"
                    loading={correct.running}
                    disabled={chosen.length === 0 && addressed === ""}
                  >
                    {say("advice.keep")}
                  </Button>
                  {chosen.length === 0 && addressed === "" ? (
                    <p className={list["note"]}>{say("advice.nothingChosen")}</p>
                  ) : null}
                </form>
              </Section>
            ) : null}
          </>
        );
      }}
    </Answered>
  );
}
