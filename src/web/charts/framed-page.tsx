import { type MouseEvent, type ReactNode, useEffect, useState } from "react";
import { useWords } from "../i18n.ts";
import { FrameStage, framed } from "./framed.ts";

/** How long a figure may take to come before the frame says that there is none. */
const patienceMs = 12_000;

/**
 * A page of which one figure is shown and nothing else: what another site has in a frame. The page itself
 * is worked out hidden; its figure puts itself on the stage. Links lead out of the frame.
 */
export function FramedPage({ children }: { children: ReactNode }) {
  const say = useWords("shell");
  const [stage, setStage] = useState<HTMLElement | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  useEffect(() => {
    if (!stage) return;
    const look = () => setEmpty(stage.childElementCount === 0);
    const watch = new MutationObserver(() => stage.childElementCount > 0 && setEmpty(false));
    watch.observe(stage, { childList: true });
    const timer = setTimeout(look, patienceMs);
    return () => {
      watch.disconnect();
      clearTimeout(timer);
    };
  }, [stage]);
  const whole = () => window.location.href.replace(framed?.base ?? "", "");
  const leadOut = (event: MouseEvent) => {
    const link = (event.target as Element).closest("a");
    if (!link || link.hasAttribute("download")) return;
    event.preventDefault();
    event.stopPropagation();
    window.open(link.href.replace(framed?.base ?? "", ""), "_blank", "noopener");
  };
  return (
    <main id="main" tabIndex={-1} className="framed" onClickCapture={leadOut}>
      <h1 className="visually-hidden">{say("frame.title")}</h1>
      <div ref={setStage} />
      {isEmpty ? <p>{say("frame.empty")}</p> : null}
      <p className="figure-hint">
        <a href={whole()}>{say("frame.whole")}</a>
      </p>
      <div hidden>
        <FrameStage value={stage}>{children}</FrameStage>
      </div>
    </main>
  );
}
