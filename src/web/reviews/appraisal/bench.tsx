import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import type { Anchor } from "#records";
import { useWords } from "../../i18n.ts";
import { StateLink } from "../../shared/state-link.tsx";
import views from "../../shared/view-switch.module.css";
import pane from "../document-pane.module.css";
import { DocumentPane, type PaneMark } from "../document-pane.tsx";

export type BenchTools = {
  /** What is marked in the text at this moment. */
  readonly marked: Anchor | null;
  readonly hasText: boolean;
  readonly show: (anchor: Anchor) => void;
};

const nameOf = ({ spans, textVersion }: Anchor): string => [textVersion, ...spans.flat()].join("-");

/** The report left, the work on it right; on a small screen one at a time. */
export function Bench(props: {
  readonly record: string;
  readonly document: string | null;
  readonly textVersion: number | null;
  /** Places named so far, marked in the text. */
  readonly anchors: readonly (Anchor | null)[];
  readonly view: "text" | "work" | undefined;
  readonly children: (tools: BenchTools) => ReactNode;
}) {
  const say = useWords("review-appraisal");
  const [marked, setMarked] = useState<Anchor | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [looked, setLooked] = useState<Anchor | null>(null);
  const { anchors, document, textVersion } = props;
  const byName = new Map(
    [...anchors, looked].flatMap((one) =>
      one && one.source === document ? [[nameOf(one), one] as const] : [],
    ),
  );
  // The pane lays out the whole text anew for other marks, so the same ones have to stay the same list.
  const key = [...byName.keys()].join(" ");
  const latest = useRef(byName);
  latest.current = byName;
  const marks = useMemo<readonly PaneMark[]>(
    () =>
      key.split(" ").flatMap((id) => {
        const anchor = latest.current.get(id);
        return anchor
          ? [{ id, spans: anchor.spans, quote: anchor.quote, textVersion: anchor.textVersion }]
          : [];
      }),
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
      <nav className={`${pane["switch"]} ${views["switch"]}`} aria-label={say("bench.views")}>
        {(["text", "work"] as const).map((one) => (
          <StateLink
            key={one}
            search={(state) => ({ ...state, view: one })}
            current={one === (props.view ?? "work")}
          >
            {say(`bench.${one}`)}
          </StateLink>
        ))}
      </nav>
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
