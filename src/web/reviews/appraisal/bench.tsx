import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { Anchor } from "#records";
import { useWords } from "../../i18n.ts";
import { StateLink } from "../../shared/state-link.tsx";
import pane from "../document-pane.module.css";
import { DocumentPane, type PaneMark } from "../document-pane.tsx";

export type BenchTools = {
  /** What is marked in the text at this moment. */
  readonly marked: Anchor | null;
  readonly hasText: boolean;
  readonly show: (anchor: Anchor) => void;
};

const nameOf = ({ spans }: Anchor): string => spans.flat().join("-");

/** The report left, the work on it right; on a small screen one at a time. */
export function Bench(props: {
  readonly record: string;
  readonly document: string | null;
  readonly textVersion: number | null;
  /** Places named so far, marked in the text; those of an earlier text are left out. */
  readonly anchors: readonly (Anchor | null)[];
  readonly view: "text" | "work" | undefined;
  readonly children: (tools: BenchTools) => ReactNode;
}) {
  const say = useWords("review-appraisal");
  const [marked, setMarked] = useState<Anchor | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [looked, setLooked] = useState<Anchor | null>(null);
  const { anchors, document, textVersion } = props;
  const standing = [...anchors, looked].filter(
    (one) => one !== null && one.source === document && one.textVersion === textVersion,
  );
  // The pane lays out the whole text anew for other marks, so the same ones have to stay the same list.
  const key = standing.map((one) => nameOf(one as Anchor)).join(" ");
  const marks = useMemo<readonly PaneMark[]>(
    () =>
      [...new Set(key.split(" "))].filter(Boolean).map((id) => {
        const places = id.split("-").map(Number);
        return {
          id,
          spans: places.flatMap((from, at) => (at % 2 === 0 ? [[from, places[at + 1] ?? from]] : [])),
        };
      }) as readonly PaneMark[],
    [key],
  );
  const show = useCallback((anchor: Anchor) => {
    const id = nameOf(anchor);
    setLooked(anchor);
    // Asked for again, it is brought into view again.
    setShown(null);
    requestAnimationFrame(() => setShown(id));
  }, []);
  const choose = useCallback((id: string) => setShown(id), []);
  const hasText = document !== null && textVersion !== null;
  const tools: BenchTools = { marked: hasText ? marked : null, hasText, show };
  if (!hasText) return <div className={pane["work"]}>{props.children(tools)}</div>;
  return (
    <>
      <p className={pane["switch"]}>
        <StateLink search={(state) => ({ ...state, view: "text" })}>{say("bench.text")}</StateLink>
        <StateLink search={(state) => ({ ...state, view: "work" })}>{say("bench.work")}</StateLink>
      </p>
      <div className={pane["bench"]} data-view={props.view ?? "work"}>
        <div className={pane["left"]}>
          <DocumentPane
            record={props.record}
            document={document}
            textVersion={textVersion}
            marks={marks}
            selected={shown}
            onChoose={choose}
            onSelect={setMarked}
          />
        </div>
        <div className={pane["work"]}>{props.children(tools)}</div>
      </div>
    </>
  );
}
