import { Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { unavailable } from "../../correct/unavailable.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { EmptyState } from "../../shared/states.tsx";
import shared from "../reviews.module.css";
import { WideTable } from "../wide-table.tsx";
import { nearestColour } from "./code-colours.ts";
import { type CodeMove, codeMoves, missingCode, movedTo } from "./code-search.ts";
import style from "./coding.module.css";
import { madeCodes } from "./made-codes.ts";
import type { CodingOverview } from "./shown.ts";
import { type Act, useCodingActs } from "./use-coding-acts.ts";

const moveOfKey: Readonly<Record<string, CodeMove>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

/** The code tree with its counts; codes are moved by buttons, by Alt and an arrow, or dragged under another. */
export function CodeTree(props: { readonly review: string; readonly coding: CodingOverview }) {
  const say = useWords("review-coding");
  const acted = useWords("review-acts");
  const format = useFormat();
  const { review, coding } = props;
  const { codes, mayShape, turns } = coding;
  const acts = useCodingActs(review);
  const [name, setName] = useState("");
  const [told, setTold] = useState("");
  const does = async (said: string, ...wanted: readonly Act[]) => {
    const done = await acts.record(...wanted);
    setTold(done ? said : say("told.refused"));
    return done;
  };
  const move = (code: string, step: CodeMove) => {
    const to = movedTo(codes, code, step);
    if (to === null) return setTold(say("told.cannotMove"));
    const moved = codes.find(({ id }) => id === code)?.name ?? "";
    void does(say(`told.moved.${step}`, { name: moved }), { kind: "code.moved", code, ...to });
  };
  const onKey = (event: KeyboardEvent, code: string) => {
    const step = moveOfKey[event.key];
    if (!event.altKey || !step || !mayShape) return;
    event.preventDefault();
    move(code, step);
  };
  const take = (turn: "undo" | "redo") => {
    const asked = turns[turn];
    if (!asked) return setTold(say(`why.${turn}`));
    void does(say(`told.${turn}`, { what: acted(`act.${asked.kind}`) }), {
      kind: "coding.withdrawn",
      event: asked.event,
    });
  };
  return (
    <>
      <p className={style["hint"]}>{say("tree.note")}</p>
      <p role="status" aria-live="polite" className={style["told"]}>
        {told}
      </p>
      {acts.problems.length > 0 ? <ProblemList problems={acts.problems} /> : null}
      {mayShape ? (
        <form
          className={style["inline"]}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            const missing = missingCode(codes, name);
            if (missing === null) return setTold(say(name.trim() === "" ? "tree.nameFirst" : "tree.there"));
            const made = madeCodes(codes, missing.parent, missing.names).acts;
            void does(say("told.codeMade", { name }), ...made).then((done) => done && setName(""));
          }}
        >
          <TextInput
            label={say("tree.new")}
            description={say("tree.newHint")}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={300}
          />
          <Button type="submit">{say("tree.make")}</Button>
          <Button
            variant="default"
            onClick={() => take("undo")}
            {...(turns.undo ? {} : unavailable(say("why.undo")))}
          >
            {say("wish.undo")}
          </Button>
          <Button
            variant="default"
            onClick={() => take("redo")}
            {...(turns.redo ? {} : unavailable(say("why.redo")))}
          >
            {say("wish.redo")}
          </Button>
        </form>
      ) : null}
      {codes.length === 0 ? (
        <EmptyState what={say("noCodes")} how={say(mayShape ? "tree.emptyHow" : "tree.emptyHowOnly")} />
      ) : (
        <WideTable label={say("codes")}>
          <table className={style["tree"]}>
            <caption className="visually-hidden">{say("codes")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("tree.code")}</th>
                <th scope="col">{say("tree.codings")}</th>
                <th scope="col">{say("tree.reports")}</th>
                {mayShape ? <th scope="col">{say("tree.move")}</th> : null}
              </tr>
            </thead>
            <tbody>
              {codes.map((code) => (
                <tr
                  key={code.id}
                  draggable={mayShape}
                  onDragStart={(event) => event.dataTransfer.setData("text/plain", code.id)}
                  onDragOver={(event) => mayShape && event.preventDefault()}
                  onDrop={(event) => {
                    event.preventDefault();
                    const from = event.dataTransfer.getData("text/plain");
                    const dragged = codes.find(({ id }) => id === from);
                    if (!dragged || from === code.id) return;
                    void does(say("told.moved.in", { name: dragged.name }), {
                      kind: "code.moved",
                      code: from,
                      parent: code.id,
                      position: codes.filter(({ parent }) => parent === code.id).length,
                    });
                  }}
                >
                  <th scope="row" data-depth={Math.min(code.depth, 6)}>
                    <span className={style["swatch"]} data-colour={nearestColour(code.colour)} />
                    <Link
                      to="/reviews/$id/coding/codes/$code"
                      params={{ id: review, code: code.id }}
                      onKeyDown={(event) => onKey(event, code.id)}
                    >
                      {code.name}
                    </Link>
                    {code.codable ? null : <span className={style["above"]}> {say("heading")}</span>}
                    {code.description === "" ? null : (
                      <span className={style["described"]}>{code.description.slice(0, 200)}</span>
                    )}
                  </th>
                  <td className={shared["number"]}>{format.number(code.codings)}</td>
                  <td className={shared["number"]}>{format.number(code.reports)}</td>
                  {mayShape ? (
                    <td className={style["moves"]}>
                      {codeMoves.map((step) => {
                        const can = movedTo(codes, code.id, step) !== null;
                        return (
                          <Button
                            key={step}
                            variant="default"
                            size="compact-sm"
                            aria-label={say(`tree.${step}Of`, { name: code.name })}
                            onClick={() => move(code.id, step)}
                            {...(can ? {} : unavailable(say("told.cannotMove")))}
                          >
                            {say(`tree.${step}`)}
                          </Button>
                        );
                      })}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </>
  );
}
