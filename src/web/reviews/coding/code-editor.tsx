// One code: its words, its place in the tree, what it is merged into or split from.

import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { unavailable } from "../../correct/unavailable.ts";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { newKey } from "../use-acts.ts";
import { codeColours, nearestColour, nextColour } from "./code-colours.ts";
import { movedTo, pathNames } from "./code-search.ts";
import style from "./coding.module.css";
import type { CodedPassages } from "./shown.ts";
import { type Act, useCodingActs } from "./use-coding-acts.ts";

export function CodeEditor(props: {
  readonly review: string;
  readonly found: CodedPassages;
  /** Codings that are to go to a new code. */
  readonly ticked: ReadonlySet<string>;
  readonly onSplit: () => void;
}) {
  const say = useWords("review-coding");
  const acted = useWords("review-acts");
  const navigate = useNavigate();
  const { review, found, ticked } = props;
  const { code, codes, turns } = found;
  const acts = useCodingActs(review);
  const [told, setTold] = useState("");
  const [words, setWords] = useState({
    name: code.name,
    description: code.description,
    colour: codeColours[nearestColour(code.colour) - 1] ?? codeColours[0],
    codable: code.codable,
  });
  const ownMemo = found.memos.find(({ own }) => own);
  const [memo, setMemo] = useState(ownMemo?.text ?? "");
  const [into, setInto] = useState("");
  const [fresh, setFresh] = useState("");
  const does = async (said: string, ...wanted: readonly Act[]) => {
    const done = await acts.record(...wanted);
    setTold(done ? said : say("told.refused"));
    return done;
  };
  const under = new Set([code.id]);
  for (const one of codes) if (one.parent !== null && under.has(one.parent)) under.add(one.id);
  const others = codes.filter(({ id }) => !under.has(id));
  const label = (id: string) => pathNames(codes, id).join(" / ");
  const changed =
    words.name.trim() !== code.name ||
    words.description !== code.description ||
    words.codable !== code.codable ||
    nearestColour(words.colour) !== nearestColour(code.colour);
  const toTree = () =>
    navigate({ to: "/reviews/$id/coding", params: { id: review }, search: { view: "codes" } });
  const splitWhy =
    ticked.size === 0 ? say("split.tickFirst") : fresh.trim() === "" ? say("split.nameFirst") : null;
  return (
    <details className={style["panel"]}>
      <summary>{say("editor.title")}</summary>
      <p role="status" aria-live="polite" className={style["told"]}>
        {told}
      </p>
      {acts.problems.length > 0 ? <ProblemList problems={acts.problems} /> : null}
      <form
        className={style["form"]}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (changed)
            void does(say("editor.changed"), {
              kind: "code.changed",
              code: code.id,
              change: { ...words, name: words.name.trim() },
            });
        }}
      >
        <TextInput
          label={say("editor.name")}
          value={words.name}
          onChange={(event) => setWords({ ...words, name: event.currentTarget.value })}
          required
          maxLength={300}
        />
        <Textarea
          label={say("editor.description")}
          description={say("editor.descriptionHint")}
          value={words.description}
          onChange={(event) => setWords({ ...words, description: event.currentTarget.value })}
          rows={3}
          maxLength={20_000}
        />
        <NativeSelect
          label={say("editor.colour")}
          value={words.colour}
          onChange={(event) =>
            setWords({ ...words, colour: event.currentTarget.value as typeof words.colour })
          }
          data={codeColours.map((colour, at) => ({ value: colour, label: say(`colour.${at + 1}`) }))}
        />
        <label>
          <input
            type="checkbox"
            checked={!words.codable}
            onChange={(event) => setWords({ ...words, codable: !event.currentTarget.checked })}
          />{" "}
          {say("editor.heading")}
        </label>
        <div className={style["buttons"]}>
          <Button type="submit" {...(changed ? {} : unavailable(say("editor.nothingChanged")))}>
            {say("editor.save")}
          </Button>
          <Button
            variant="default"
            onClick={() =>
              turns.undo &&
              void does(say("told.undo", { what: acted(`act.${turns.undo.kind}`) }), {
                kind: "coding.withdrawn",
                event: turns.undo.event,
              })
            }
            {...(turns.undo ? {} : unavailable(say("why.undo")))}
          >
            {say("wish.undo")}
          </Button>
        </div>
      </form>
      <div className={style["form"]}>
        <NativeSelect
          label={say("editor.parent")}
          value={code.parent ?? ""}
          onChange={(event) => {
            const parent = event.currentTarget.value || null;
            void does(say("editor.moved"), {
              kind: "code.moved",
              code: code.id,
              parent,
              position: codes.filter((one) => one.parent === parent).length,
            });
          }}
          data={[
            { value: "", label: say("editor.top") },
            ...others.map(({ id }) => ({ value: id, label: label(id) })),
          ]}
        />
        <div className={style["buttons"]}>
          {(["up", "down"] as const).map((step) => {
            const to = movedTo(codes, code.id, step);
            return (
              <Button
                key={step}
                variant="default"
                onClick={() =>
                  to && void does(say("editor.moved"), { kind: "code.moved", code: code.id, ...to })
                }
                {...(to ? {} : unavailable(say("told.cannotMove")))}
              >
                {say(`tree.${step}`)}
              </Button>
            );
          })}
        </div>
      </div>
      <form
        className={style["form"]}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (into !== "")
            void does(say("editor.merged"), { kind: "code.merged", from: code.id, into }).then((done) => {
              if (done)
                void navigate({
                  to: "/reviews/$id/coding/codes/$code",
                  params: { id: review, code: into },
                });
            });
        }}
      >
        <NativeSelect
          label={say("editor.into")}
          description={say("editor.intoHint")}
          value={into}
          onChange={(event) => setInto(event.currentTarget.value)}
          data={[
            { value: "", label: say("editor.choose") },
            ...others.map(({ id }) => ({ value: id, label: label(id) })),
          ]}
        />
        <Button type="submit" variant="default" {...(into === "" ? unavailable(say("editor.choose")) : {})}>
          {say("editor.merge")}
        </Button>
      </form>
      <form
        className={style["form"]}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (splitWhy !== null) return setTold(splitWhy);
          const id = newKey();
          void does(say("split.done", { name: fresh.trim(), count: ticked.size }), {
            kind: "code.split",
            code: code.id,
            into: [{ id, name: fresh.trim(), colour: nextColour(codes), description: "", codable: true }],
            moves: [...ticked].map((coding) => ({ coding, codes: [id] })),
          }).then((done) => {
            if (!done) return;
            setFresh("");
            props.onSplit();
          });
        }}
      >
        <TextInput
          label={say("split.name")}
          description={say("split.hint", { count: ticked.size })}
          value={fresh}
          onChange={(event) => setFresh(event.currentTarget.value)}
          maxLength={300}
        />
        <Button type="submit" variant="default" {...(splitWhy === null ? {} : unavailable(splitWhy))}>
          {say("split.button")}
        </Button>
      </form>
      <form
        className={style["form"]}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void does(say("told.memo"), {
            kind: "memo.written",
            on: { kind: "code", id: code.id },
            text: memo,
          });
        }}
      >
        {found.memos
          .filter(({ own }) => !own)
          .map((one) => (
            <p key={one.by}>
              <strong>{one.by}</strong>: {one.text}
            </p>
          ))}
        <Textarea
          label={say("memo")}
          value={memo}
          onChange={(event) => setMemo(event.currentTarget.value)}
          rows={2}
          maxLength={20_000}
        />
        <Button
          type="submit"
          variant="default"
          {...(memo === (ownMemo?.text ?? "") ? unavailable(say("why.memoSame")) : {})}
        >
          {say("memo.keep")}
        </Button>
      </form>
      <Button
        variant="default"
        onClick={() =>
          void does(say("editor.removed"), { kind: "code.removed", code: code.id }).then((done) => {
            if (done) void toTree();
          })
        }
      >
        {say("editor.remove")}
      </Button>
    </details>
  );
}
