import { Button, NativeSelect, TextInput } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { type CallReply, routes } from "#contract";
import { areaName } from "#kernel";
import type { DuplicateVerdict } from "#records";
import { useApi, useApiAction, useSession } from "../api.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { PagesOf } from "../shared/pages-of.tsx";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./registry.module.css";

const route = getRouteApi("/evidence/duplicates");
const pageSize = 20;

type Listed = CallReply<typeof routes.listDuplicates>;
type Group = Listed["groups"][number];
export type Card = Group["members"][number];

/** One record in a line or two: enough to tell it from another. */
export function RecordCard({ card }: { readonly card: Card }) {
  const say = useWords("registry");
  const term = useWords("terms");
  const language = useLanguage();
  const parts = [
    card.id,
    card.year,
    card.timing ? term(`timing.${card.timing}`) : null,
    card.type ? term(`type.${card.type}`) : null,
    card.countries.map((code) => areaName(code, language)).join(", "),
    card.printedSymbol,
  ];
  return (
    <>
      <Link to="/evidence/evaluations/$id" params={{ id: card.id }} lang={card.language ?? undefined}>
        {card.title}
      </Link>{" "}
      <OriginMark origin={card.origin} />
      <p className={style["hint"]}>{parts.filter(Boolean).join(" · ")}</p>
      {card.link ? (
        <p className={style["hint"]}>
          <a href={card.link}>{say("card.report")}</a>
        </p>
      ) : null}
    </>
  );
}

export function DuplicatesPage() {
  const say = useWords("registry");
  const { page = 1 } = route.useSearch();
  const answer = useApi(
    routes.listDuplicates,
    { query: { limit: pageSize, offset: (page - 1) * pageSize } },
    { keep: true },
  );
  return (
    <Page title={say("duplicates.title")} lead={say("duplicates.lead")} cite={false}>
      <Answered answer={answer} lines={8}>
        {({ total, groups, decided }) => (
          <>
            {total === 0 ? (
              <EmptyState what={say("duplicates.empty")} how={say("duplicates.emptyHow")} />
            ) : (
              <>
                <p role="status">{say("duplicates.count", { count: total })}</p>
                <ul className={style["plain"]}>
                  {groups.map((group) => (
                    <GroupToDecide key={group.members.map(({ id }) => id).join(" ")} group={group} />
                  ))}
                </ul>
                <PagesOf total={total} size={pageSize} page={page} />
              </>
            )}
            {decided.length > 0 ? <Decided decided={decided} /> : null}
          </>
        )}
      </Answered>
    </Page>
  );
}

function GroupToDecide({ group }: { readonly group: Group }) {
  const say = useWords("registry");
  const format = useFormat();
  const { may } = useSession();
  const decide = useApiAction(routes.decideDuplicates);
  const [keep, setKeep] = useState(group.members[0]?.id ?? "");
  const [reason, setReason] = useState("");
  const allowed = may(routes.decideDuplicates);
  const members = group.members.map(({ id }) => id);
  const send = (verdict: DuplicateVerdict) =>
    void decide.run({ body: { members, verdict, keep: verdict === "same" ? keep : null, reason } });
  return (
    <li className={style["entry"]}>
      <ul className={style["members"]}>
        {group.members.map((card) => (
          <li key={card.id}>
            <RecordCard card={card} />
          </li>
        ))}
      </ul>
      <p>
        {say("duplicates.because", {
          reasons: format.list([
            ...new Set(group.pairs.flatMap(({ reasons }) => reasons.map((one) => say(`reason.${one}`)))),
          ]),
        })}
      </p>
      <div className={style["decide"]}>
        <NativeSelect
          label={say("duplicates.keep")}
          value={keep}
          onChange={(event) => setKeep(event.currentTarget.value)}
          data={members}
        />
        <TextInput
          label={say("duplicates.reason")}
          value={reason}
          maxLength={1000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button disabled={!allowed} loading={decide.running} onClick={() => send("same")}>
          {say("duplicates.same")}
        </Button>
        <Button
          variant="default"
          disabled={!allowed}
          loading={decide.running}
          onClick={() => send("different")}
        >
          {say("duplicates.different")}
        </Button>
      </div>
      <p className={style["hint"]}>{allowed ? say("duplicates.nothingMerged") : say("edit.notYours")}</p>
      <ProblemList problems={decide.problems} />
    </li>
  );
}

function Decided({ decided }: { readonly decided: Listed["decided"] }) {
  const say = useWords("registry");
  const format = useFormat();
  const { may } = useSession();
  const decide = useApiAction(routes.decideDuplicates);
  return (
    <Section title={say("duplicates.decided")}>
      <ul className={style["plain"]}>
        {decided.map((one) => (
          <li key={`${one.first} ${one.second}`} className={style["entry"]}>
            <Link to="/evidence/evaluations/$id" params={{ id: one.first }}>
              {one.first}
            </Link>{" "}
            {say(one.verdict === "same" ? "duplicates.isSame" : "duplicates.isDifferent")}{" "}
            <Link to="/evidence/evaluations/$id" params={{ id: one.second }}>
              {one.second}
            </Link>
            <p className={style["hint"]}>
              {[one.reason, one.keep ? say("duplicates.stands", { id: one.keep }) : "", format.date(one.at)]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {may(routes.decideDuplicates) ? (
              <Button
                variant="default"
                size="compact-sm"
                loading={decide.running}
                onClick={() =>
                  void decide.run({
                    body: { members: [one.first, one.second], verdict: "undecided", keep: null, reason: "" },
                  })
                }
              >
                {say("duplicates.again")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemList problems={decide.problems} />
    </Section>
  );
}
