// The proposals beside the text: by kind, with how sure the reading is and who decided; what was rejected;
// what was done so far.

import { Button, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { PassageKind } from "#records";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import list from "../shared/lists.module.css";
import { PassageEntries, PassageKinds } from "../shared/passage-entries.tsx";
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
  readonly onAct: (asked: Asked) => void;
}) {
  const say = useWords("correct");
  const format = useFormat();
  return (
    <div className={style["rest"]} data-scrolls>
      <PassageKinds label={say("filterKinds")} passages={props.passages} kinds={props.kinds} />
      {props.listed.length === 0 ? (
        <p className={style["empty"]}>{props.emptyWords}</p>
      ) : (
        <PassageEntries
          of={say("list", { count: props.listed.length })}
          passages={props.listed}
          chosen={props.chosen}
          beside={(one) => (
            <span
              className={one.decision === "machine" && one.confidence < props.below ? style["unsure"] : ""}
            >
              {one.textVersion !== props.textVersion
                ? say("toCheck")
                : one.decision === "machine"
                  ? format.percent(one.confidence)
                  : say(`mark.${one.decision}`)}
            </span>
          )}
        />
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
      <ul className={list["plain"]}>
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
