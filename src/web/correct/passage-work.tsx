// The chosen passage in full, and everything that can be done to it, by button as by key.

import { Button, NativeSelect } from "@mantine/core";
import type { CodePoints, Problem } from "#kernel";
import { type PassageKind, passageKinds } from "#records";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import style from "./correct.module.css";
import { keyOfWish, keysOfKinds, type Wish } from "./correct-keys.ts";
import { splitPlaces } from "./split-places.ts";
import { unavailable } from "./unavailable.ts";
import { type Asked, type Decided, seen } from "./use-corrections.ts";
import { WordsForm } from "./words-form.tsx";

export type OpenForm = "split" | "edit" | "new" | "keys";

const buttons: readonly Wish[] = ["accept", "reject", "split", "join", "edit", "new", "undo", "keys"];

export function PassageWork(props: {
  readonly chosen: Decided | null;
  /** Its words stand in an earlier text of the report. */
  readonly isElsewhere: boolean;
  readonly form: OpenForm | null;
  readonly points: CodePoints;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly hindered: (wish: Wish) => string | null;
  readonly onWish: (wish: Wish | { readonly kind: PassageKind }) => void;
  readonly onAct: (asked: Asked) => void;
  readonly onForm: (form: OpenForm | null) => void;
}) {
  const say = useWords("correct");
  const term = useWords("terms");
  const { chosen, form } = props;
  return (
    <section className={style["work"]} aria-label={say("work")}>
      {chosen ? <ChosenWords chosen={chosen} isElsewhere={props.isElsewhere} /> : <p>{say("chooseOne")}</p>}
      <ul className={style["buttons"]}>
        {buttons.map((wish) => {
          const why = props.hindered(wish);
          return (
            <li key={wish}>
              <Button
                size="compact-md"
                variant={wish === "accept" ? "filled" : "default"}
                aria-keyshortcuts={keyOfWish[wish]}
                {...(why === null ? {} : unavailable(why))}
                onClick={() => props.onWish(wish)}
              >
                {say(`do.${wish}`)} <kbd className={style["key"]}>{keyOfWish[wish]}</kbd>
              </Button>
            </li>
          );
        })}
      </ul>
      <NativeSelect
        label={say("kind")}
        description={chosen ? undefined : say("why.noneChosen")}
        disabled={chosen === null}
        value={chosen?.kind ?? ""}
        onChange={(event) => props.onWish({ kind: event.currentTarget.value as PassageKind })}
        data={[
          ...(chosen ? [] : [{ value: "", label: say("noKind") }]),
          ...passageKinds.map((kind) => ({
            value: kind,
            label: `${term(`kind.${kind}`)} (${keysOfKinds.find(([, one]) => one === kind)?.[0] ?? ""})`,
          })),
        ]}
      />
      <ProblemList problems={props.problems} />
      {form === "keys" ? <KeysSheet /> : null}
      {form === "split" && chosen ? (
        <SplitForm chosen={chosen} points={props.points} onAct={props.onAct} />
      ) : null}
      {form === "edit" && chosen ? (
        <WordsForm
          key={`edit-${chosen.id}`}
          title={say("form.edit")}
          hint={say("form.editHint")}
          words={chosen.text}
          kind={null}
          text={props.text}
          near={chosen.spans}
          onFound={(spans) => props.onAct({ act: "change-span", passages: seen([chosen]), spans })}
          onClose={() => props.onForm(null)}
        />
      ) : null}
      {form === "new" ? (
        <WordsForm
          key="new"
          title={say("form.new")}
          hint={say("form.newHint")}
          words=""
          kind={chosen?.kind ?? "finding"}
          text={props.text}
          near={chosen?.spans ?? []}
          onFound={(spans, kind) => props.onAct({ act: "add", spans, kind: kind ?? "finding" })}
          onClose={() => props.onForm(null)}
        />
      ) : null}
    </section>
  );
}

function ChosenWords({ chosen, isElsewhere }: { readonly chosen: Decided; readonly isElsewhere: boolean }) {
  const say = useWords("correct");
  const term = useWords("terms");
  const format = useFormat();
  return (
    <>
      <p className={style["chosenHead"]}>
        <strong>
          {term(`kind.${chosen.kind}`)}
          {chosen.label ? ` ${chosen.label}` : ""}
        </strong>{" "}
        {chosen.page === null ? null : `${say("page", { page: format.number(chosen.page) })} · `}
        {chosen.decision === "machine"
          ? say("confidence", { share: format.percent(chosen.confidence) })
          : say(`decision.${chosen.decision}`, { name: chosen.decidedBy ?? "" })}
      </p>
      {isElsewhere ? <p className={style["check"]}>{say("elsewhere")}</p> : null}
      <blockquote className={style["words"]} lang={chosen.language ?? undefined}>
        {chosen.text}
      </blockquote>
      <p className={style["reason"]} lang="en">
        {chosen.reason}
      </p>
    </>
  );
}

/** Where no caret stands in the passage: its sentences, each a place to part it at. */
function SplitForm(props: {
  readonly chosen: Decided;
  readonly points: CodePoints;
  readonly onAct: (asked: Asked) => void;
}) {
  const say = useWords("correct");
  const places = splitPlaces(props.points.slice, props.chosen.spans);
  return (
    <div className={style["form"]}>
      <p>{say(places.length > 0 ? "form.split" : "form.splitNone")}</p>
      <ul className={style["places"]}>
        {places.map(({ at, words }) => (
          <li key={at}>
            <Button
              variant="default"
              size="compact-md"
              onClick={() => props.onAct({ act: "split", passages: seen([props.chosen]), at })}
            >
              {say("form.splitBefore", { words })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function KeysSheet() {
  const say = useWords("correct");
  const term = useWords("terms");
  return (
    <div className={style["form"]}>
      <p>{say("keys.title")}</p>
      <dl className={style["keys"]}>
        {(["next", "previous", ...buttons] as const).map((wish) => (
          <div key={wish}>
            <dt>
              <kbd className={style["key"]}>{keyOfWish[wish]}</kbd>
            </dt>
            <dd>{say(`do.${wish}`)}</dd>
          </div>
        ))}
        {keysOfKinds.map(([key, kind]) => (
          <div key={key}>
            <dt>
              <kbd className={style["key"]}>{key}</kbd>
            </dt>
            <dd>{term(`kind.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
