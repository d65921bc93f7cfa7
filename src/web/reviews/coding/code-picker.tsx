import { TextInput } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { nearestColour } from "./code-colours.ts";
import { type Code, type CodeMove, foundCodes, missingCode, pathNames } from "./code-search.ts";
import style from "./coding.module.css";

const moveKeys: Readonly<Record<string, CodeMove>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

/**
 * The code tree with search as you type: arrows go through it, Enter puts the code on what is chosen, Alt and an
 * arrow moves the code in the tree, and a name that is none makes one.
 */
export function CodePicker(props: {
  readonly codes: readonly Code[];
  /** Codes of the coding that is chosen. */
  readonly carried: readonly string[];
  readonly mayShape: boolean;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onCode: (code: string) => void;
  readonly onNew: (parent: string | null, names: readonly string[]) => void;
  readonly onMove: (code: string, move: CodeMove) => void;
  readonly onLeave: () => void;
}) {
  const say = useWords("review-coding");
  const format = useFormat();
  const { codes, carried, mayShape } = props;
  const list = useId();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const found = foundCodes(codes, typed);
  const missing = mayShape ? missingCode(codes, typed) : null;
  const newOption = missing === null ? null : ("new" as const);
  const options = [...found.map(({ id }) => id), ...(newOption ? [newOption] : [])];
  const usual = found.find(({ codable }) => codable)?.id ?? newOption;
  const current =
    active !== null && options.includes(active) ? active : typed === "" ? active && null : usual;
  const optionId = (id: string) => `${list}-${id}`;
  useEffect(() => {
    if (current === null) return;
    frame.current
      ?.querySelector(`[id="${CSS.escape(`${list}-${current}`)}"]`)
      ?.scrollIntoView({ block: "nearest" });
  }, [current, list]);

  const choose = (id: string | null) => {
    if (id === null) return;
    if (id === "new" && missing) props.onNew(missing.parent, missing.names);
    else props.onCode(id);
    setTyped("");
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const move = moveKeys[event.key];
    if (event.altKey && move && current !== null && current !== "new") {
      event.preventDefault();
      if (mayShape) props.onMove(current, move);
      return;
    }
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp": {
        event.preventDefault();
        const at = current === null ? -1 : options.indexOf(current);
        const next = event.key === "ArrowDown" ? at + 1 : at < 0 ? options.length - 1 : at - 1;
        setActive(options[(next + options.length) % options.length] ?? null);
        return;
      }
      case "Enter":
        event.preventDefault();
        return choose(current);
      case "Escape":
        event.preventDefault();
        if (typed === "") return props.onLeave();
        setTyped("");
        return setActive(null);
      default:
    }
  };
  return (
    <div className={style["picker"]}>
      <TextInput
        ref={props.input}
        label={say("picker.label")}
        description={say(mayShape ? "picker.hint" : "picker.hintOnly")}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(null);
        }}
        onKeyDown={onKey}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={current === null ? undefined : optionId(current)}
        autoComplete="off"
        maxLength={300}
      />
      <div ref={frame} id={list} role="listbox" aria-label={say("codes")} className={style["codes"]}>
        {found.map((code) => {
          const path = pathNames(codes, code.id);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field above
            // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus
            <div
              key={code.id}
              id={optionId(code.id)}
              role="option"
              aria-selected={carried.includes(code.id)}
              aria-disabled={!code.codable || undefined}
              data-active={code.id === current || undefined}
              data-depth={typed === "" ? Math.min(code.depth, 6) : 0}
              title={code.description || undefined}
              onClick={() => choose(code.id)}
            >
              <span className={style["swatch"]} data-colour={nearestColour(code.colour)} />
              <span className={style["codeName"]}>
                {typed === "" || path.length === 1 ? null : (
                  <span className={style["above"]}>{path.slice(0, -1).join(" / ")} / </span>
                )}
                {code.name}
                {carried.includes(code.id) ? (
                  <span className={style["carried"]}> {say("carried")}</span>
                ) : null}
                {code.codable ? null : <span className={style["above"]}> {say("heading")}</span>}
              </span>
              <span className={style["count"]}>
                <span className="visually-hidden">{say("countOf", { count: code.codings })}</span>
                <span aria-hidden="true">{format.number(code.codings)}</span>
              </span>
            </div>
          );
        })}
        {missing ? (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field above
          // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus
          <div
            id={optionId("new")}
            role="option"
            aria-selected={false}
            data-active={current === "new" || undefined}
            onClick={() => choose("new")}
          >
            <span className={style["codeName"]}>
              {say(missing.parent === null ? "picker.new" : "picker.newUnder", {
                name: missing.names.join(" / "),
                parent: missing.parent === null ? "" : pathNames(codes, missing.parent).join(" / "),
              })}
            </span>
          </div>
        ) : null}
      </div>
      {codes.length === 0 && !missing ? <p className={style["hint"]}>{say("noCodes")}</p> : null}
    </div>
  );
}
