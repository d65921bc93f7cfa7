import { Button } from "@mantine/core";
import { useState } from "react";
import { type CallReply, routes } from "#contract";
import type { Span } from "#kernel";
import { useApi } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Answered } from "../../shared/states.tsx";
import { newKey } from "../use-acts.ts";
import type { Code } from "./code-search.ts";
import style from "./coding.module.css";
import { CodeNames, type OnActs } from "./coding-list.tsx";
import type { Act } from "./use-coding-acts.ts";

type Proposal = CallReply<typeof routes.codingProposals>["proposals"][number];
const shownAtOnce = 40;

/** What a machine would code, each with its reason. It counts once somebody accepts it. */
export function ProposalList(props: {
  readonly review: string;
  readonly record: string;
  readonly source: string;
  readonly textVersion: number;
  readonly codes: readonly Code[];
  readonly onShow: (spans: readonly Span[]) => void;
  readonly onActs: OnActs;
}) {
  const say = useWords("review-coding");
  const kindWord = useWords("terms");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const answer = useApi(
    routes.codingProposals,
    { params: { id: props.review, record: props.record }, query: { limit: shownAtOnce } },
    { when: open, keep: true },
  );
  /** The proposal goes into the log with its rule, and with what the person made of it. */
  const decide = (one: Proposal, kind: "coding.accepted" | "coding.rejected") => {
    const id = newKey();
    const added: Act = {
      kind: "coding.added",
      id,
      anchor: {
        record: props.record,
        source: props.source,
        textVersion: props.textVersion,
        spans: one.spans,
        quote: "",
        page: one.page,
        passage: one.passage,
      },
      codes: [one.code],
      memo: null,
      proposed: { rule: one.rule, confidence: one.confidence },
    };
    void props.onActs(kind === "coding.accepted" ? "told.accepted" : "told.rejected", added, {
      kind,
      coding: id,
    });
  };
  return (
    <details className={style["panel"]} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say("proposals.title")}</summary>
      <p className={style["hint"]}>{say("proposals.note")}</p>
      {open ? (
        <Answered answer={answer} lines={6}>
          {({ total, proposals }) =>
            proposals.length === 0 ? (
              <p>{say("proposals.none")}</p>
            ) : (
              <>
                <p className={style["hint"]}>
                  {say("proposals.shown", { shown: format.number(proposals.length), count: total })}
                </p>
                <ol className={style["plain"]}>
                  {proposals.map((one) => (
                    <li key={`${one.code} ${one.spans[0]?.[0]}`} className={style["proposal"]}>
                      <CodeNames codes={props.codes} carried={[one.code]} />
                      <p className={style["listed"]}>{one.quote.slice(0, 260)}</p>
                      <p className={style["hint"]}>
                        {one.rule === "words"
                          ? say("proposals.words", { words: format.list([...one.words]) })
                          : say("proposals.kind", { kind: kindWord(`kind.${one.kind ?? "finding"}`) })}{" "}
                        · {format.percent(one.confidence)}
                        {one.page === null ? "" : ` · ${say("page", { page: format.number(one.page) })}`}
                      </p>
                      <div className={style["buttons"]}>
                        <Button size="compact-sm" onClick={() => decide(one, "coding.accepted")}>
                          {say("accept")}
                        </Button>
                        <Button
                          size="compact-sm"
                          variant="default"
                          onClick={() => decide(one, "coding.rejected")}
                        >
                          {say("reject")}
                        </Button>
                        <Button size="compact-sm" variant="default" onClick={() => props.onShow(one.spans)}>
                          {say("proposals.show")}
                        </Button>
                      </div>
                    </li>
                  ))}
                </ol>
              </>
            )
          }
        </Answered>
      ) : null}
    </details>
  );
}
