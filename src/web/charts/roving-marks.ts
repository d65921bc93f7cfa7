import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from "react";
import { folded } from "../folded.ts";
import { framed } from "./framed.ts";

/** A point of a chart that a person can reach: what it says, and what Enter or a click does. */
export type Mark = {
  readonly id: string;
  readonly label: string;
  readonly onOpen?: (() => void) | undefined;
};

export type MarkProps = {
  readonly ref: (element: SVGGElement | null) => void;
  readonly role: "img" | "link";
  readonly tabIndex: 0 | -1;
  readonly "aria-label": string;
  readonly onFocus: () => void;
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/**
 * One tab stop for all marks of a chart; arrow keys, Home and End move between them, a letter goes to the
 * next mark that begins with it, Enter opens it.
 *
 * @returns `markProps(i)` for the group of mark i, and the label of the mark under the pointer or in focus
 */
export function useRovingMarks(given: readonly Mark[]) {
  // In a frame of another site there is no page to go on to; the link under the figure leads out.
  const marks = framed === null ? given : given.map(({ id, label }): Mark => ({ id, label }));
  const elements = useRef<(SVGGElement | null)[]>([]);
  const [current, setCurrent] = useState(0);
  const [shown, setShown] = useState<number | null>(null);
  const active = Math.min(current, Math.max(0, marks.length - 1));

  const goTo = useCallback((index: number) => {
    setCurrent(index);
    elements.current[index]?.focus();
  }, []);

  const onKeyDown = useCallback(
    (event: KeyboardEvent, index: number) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const target = nextMark(event.key, index, marks);
      if (target !== null) goTo(target);
      else if (event.key === "Enter" && marks[index]?.onOpen) marks[index].onOpen();
      else return;
      event.preventDefault();
    },
    [marks, goTo],
  );

  const markProps = (index: number): MarkProps => {
    const mark = marks[index];
    return {
      ref: (element) => {
        elements.current[index] = element;
      },
      role: mark?.onOpen ? "link" : "img",
      tabIndex: index === active ? 0 : -1,
      "aria-label": mark?.label ?? "",
      onFocus: () => {
        setCurrent(index);
        setShown(index);
      },
      onPointerEnter: () => setShown(index),
      onPointerLeave: () => setShown((now) => (now === index ? null : now)),
      onClick: () => mark?.onOpen?.(),
      onKeyDown: (event) => onKeyDown(event, index),
    };
  };
  const detail = useMemo(() => (shown === null ? null : (marks[shown]?.label ?? null)), [marks, shown]);
  return { markProps, detail };
}

/**
 * The mark a key leads to, or null when the key means nothing here.
 *
 * @example
 * nextMark("End", 0, [{ id: "a", label: "A" }, { id: "b", label: "B" }]) // => 1
 */
export function nextMark(key: string, index: number, marks: readonly Mark[]): number | null {
  const last = marks.length - 1;
  if (last < 0) return null;
  if (key === "ArrowRight" || key === "ArrowDown") return Math.min(last, index + 1);
  if (key === "ArrowLeft" || key === "ArrowUp") return Math.max(0, index - 1);
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (/^\p{L}$/u.test(key)) {
    const begins = (i: number) => folded(marks[i]!.label).startsWith(folded(key));
    for (let step = 1; step <= marks.length; step++) {
      const i = (index + step) % marks.length;
      if (begins(i)) return i;
    }
  }
  return null;
}
