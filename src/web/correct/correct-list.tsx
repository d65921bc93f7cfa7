// The proposals beside the text: by kind, with how sure the reading is and who decided; what was rejected;
// what was done so far.

import { Button, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { type PassageKind, passageKinds } from "#records";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { StateLink } from "../shared/state-link.tsx";
import style from "./correct.module.css";
import { HistoryList } from "./history-list.tsx";
import { unavailable } from "./unavailable.ts";
import { type Asked, type Corrections, type Decided, seen } from "./use-corrections.ts";

export function CorrectList(props: {
  readonly corrections: Corrections;
  readonly listed: readonly Decided[];
  readonly passages: readonly Decided[];
  readonly kinds: readonly PassageKind[];
  readonly chosen: string | null;
  readonly textVersion: number;
  readonly below: number;
  readonly sureFrom: number;
  readonly running: boolean;
  readonly emptyWords: string;
  readonly kindName: (kind: PassageKind) => string;
  readonly onChoose: (passage: string) => void;
  readonly onAct: (asked: Asked) => void;
}) {
  const say = useWords("correct");
  const term = useWords("terms");
  const format = useFormat();
  const list = useRef<HTMLOListElement>(null);
  const { chosen } = props;
  const present = passageKinds
    .map((kind) => ({ kind, count: props.passages.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0);

  useEffect(() => {
    if (chosen === null) return;
    const item = list.current?.querySelector<HTMLElement>(`[data-proposal="${CSS.escape(chosen)}"]`);
    const frame = item?.closest<HTMLElement>("[data-scrolls]");
    if (!item || !frame || frame.scrollHeight <= frame.clientHeight) return;
    // Not scrollIntoView: that would move the page as well, which follows the text.
    const above = item.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    const room = frame.clientHeight - item.offsetHeight;
    if (above < 0 || above > room) frame.scrollTop += above - Math.max(0, room / 3);
  }, [chosen]);

  return (
    <div className={style["rest"]} data-scrolls>
      {present.length > 1 ? (
        <ul className={style["kinds"]} aria-label={say("filterKinds")}>
          {present.map(({ kind, count }) => {
            const on = props.kinds.includes(kind);
            const next = on ? props.kinds.filter((one) => one !== kind) : [...props.kinds, kind];
            return (
              <li key={kind}>
                <StateLink
                  search={(former) => ({ ...former, kind: next.length > 0 ? next : undefined })}
                  replace
                  current={on}
                >
                  {on ? <span aria-hidden="true">✕ </span> : null}
                  {term(`kinds.${kind}`)} {format.number(count)}
                </StateLink>
              </li>
            );
          })}
        </ul>
      ) : null}
      {props.listed.length === 0 ? (
        <p className={style["empty"]}>{props.emptyWords}</p>
      ) : (
        <ol ref={list} className={style["list"]} aria-label={say("list", { count: props.listed.length })}>
          {props.listed.map((one) => (
            <li key={one.id} data-proposal={one.id} data-chosen={one.id === chosen}>
              <StateLink
                search={(former) => ({ ...former, passage: one.id })}
                replace
                current={one.id === chosen}
                className={style["entry"]}
              >
                <span className={style["entryHead"]}>
                  <span className={style["kind"]}>
                    {props.kindName(one.kind)}
                    {one.label ? ` ${one.label}` : null}
                  </span>
                  <span
                    className={
                      one.decision === "machine" && one.confidence < props.below ? style["unsure"] : ""
                    }
                  >
                    {one.textVersion !== props.textVersion
                      ? say("toCheck")
                      : one.decision === "machine"
                        ? format.percent(one.confidence)
                        : say(`mark.${one.decision}`)}
                  </span>
                </span>
                <span className={style["entryText"]} lang={one.language ?? undefined}>
                  {one.text}
                </span>
              </StateLink>
            </li>
          ))}
        </ol>
      )}
      <AcceptSure
        passages={props.passages}
        kinds={props.kinds}
        from={props.sureFrom}
        running={props.running}
        onAct={props.onAct}
      />
      <Rejected corrections={props.corrections} running={props.running} onAct={props.onAct} />
      <HistoryList corrections={props.corrections} running={props.running} onAct={props.onAct} />
    </div>
  );
}

/** All proposals the reading is sure of, at once; one undo takes all of it back. */
function AcceptSure(props: {
  readonly passages: readonly Decided[];
  readonly kinds: readonly PassageKind[];
  readonly from: number;
  readonly running: boolean;
  readonly onAct: (asked: Asked) => void;
}) {
  const say = useWords("correct");
  const navigate = useNavigate();
  const sure = props.passages.filter(
    (one) =>
      one.decision === "machine" &&
      one.confidence >= props.from &&
      (props.kinds.length === 0 || props.kinds.includes(one.kind)),
  );
  return (
    <div className={style["sure"]}>
      <TextInput
        type="number"
        label={say("sure.from")}
        description={say("sure.hint")}
        min={0}
        max={100}
        value={Math.round(props.from * 100)}
        onChange={(event) => {
          const share = event.currentTarget.valueAsNumber / 100;
          if (share >= 0 && share <= 1)
            void navigate({
              to: ".",
              search: ((former: object) => ({ ...former, above: share })) as never,
              replace: true,
              resetScroll: false,
            });
        }}
      />
      <Button
        variant="default"
        size="compact-md"
        {...(sure.length === 0 ? unavailable(say("sure.none")) : {})}
        onClick={() => {
          if (sure.length > 0) props.onAct({ act: "accept", passages: seen(sure) });
        }}
      >
        {say("sure.accept", { count: sure.length })}
      </Button>
    </div>
  );
}

function Rejected(props: {
  readonly corrections: Corrections;
  readonly running: boolean;
  readonly onAct: (asked: Asked) => void;
}) {
  const say = useWords("correct");
  const term = useWords("terms");
  const { rejected } = props.corrections;
  if (rejected.length === 0) return null;
  return (
    <details className={style["more"]}>
      <summary>{say("rejected", { count: rejected.length })}</summary>
      <ul className={style["list"]}>
        {rejected.map((one) => (
          <li key={one.id} className={style["old"]}>
            <span className={style["entryText"]} lang={one.language ?? undefined}>
              {one.text}
            </span>
            <span className={style["oldFoot"]}>
              {term(`kind.${one.kind}`)} · {one.decidedBy}
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => props.onAct({ act: "restore", passages: seen([one]) })}
              >
                {say("restore")}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
