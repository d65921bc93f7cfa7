import { Button } from "@mantine/core";
import { type ReactNode, useRef } from "react";
import { useWords } from "../../i18n.ts";
import style from "./appraisal.module.css";

/** A list whose entries can be added, changed, moved and taken out, by keyboard as by mouse. */
export function EditList<T>(props: {
  readonly title: string;
  readonly note?: string;
  readonly items: readonly T[];
  readonly add: (at: number) => T;
  readonly nameOf: (item: T) => string;
  readonly onChange: (items: readonly T[]) => void;
  readonly row: (item: T, set: (item: T) => void) => ReactNode;
}) {
  const say = useWords("review-appraisal");
  const { items, onChange } = props;
  // Names change while they are typed, so entries are known by the order in which they came.
  const keys = useRef<number[]>([]);
  const last = useRef(0);
  while (keys.current.length < items.length) {
    last.current++;
    keys.current.push(last.current);
  }
  keys.current.length = items.length;
  const move = (at: number, by: 1 | -1) => {
    const next = [...items];
    const [one] = next.splice(at, 1);
    if (one === undefined) return;
    next.splice(at + by, 0, one);
    const [key] = keys.current.splice(at, 1);
    keys.current.splice(at + by, 0, key ?? 0);
    onChange(next);
  };
  const remove = (at: number) => {
    keys.current.splice(at, 1);
    onChange(items.filter((_, i) => i !== at));
  };
  return (
    <fieldset className={style["box"]}>
      <legend>{props.title}</legend>
      {props.note ? <p className={style["hint"]}>{props.note}</p> : null}
      {items.map((item, at) => (
        <div key={keys.current[at]} className={style["box"]}>
          {props.row(item, (next) => onChange(items.map((one, i) => (i === at ? next : one))))}
          <p className={style["line"]}>
            <Button
              size="compact-xs"
              variant="default"
              disabled={at === 0}
              title={at === 0 ? say("list.isFirst") : undefined}
              onClick={() => move(at, -1)}
            >
              {say("list.up", { name: props.nameOf(item) })}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              disabled={at === items.length - 1}
              title={at === items.length - 1 ? say("list.isLast") : undefined}
              onClick={() => move(at, 1)}
            >
              {say("list.down", { name: props.nameOf(item) })}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => remove(at)}>
              {say("list.remove", { name: props.nameOf(item) })}
            </Button>
          </p>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => onChange([...items, props.add(items.length)])}
      >
        {say("list.add", { title: props.title })}
      </Button>
    </fieldset>
  );
}
