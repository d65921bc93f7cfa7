import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import style from "./reading.module.css";
import type { ShownPassage } from "./shown-passage.ts";

/** Under this the rule that found the passage is unsure enough to say so in the colour of warning. */
const unsureBelow = 0.7;

/** The chosen passage in full: text, place, how sure the reading is and why, and what to take along. */
export function ChosenPassage({
  passage,
  title,
}: {
  readonly passage: ShownPassage;
  readonly title: string;
}) {
  const say = useWords("evidence");
  const format = useFormat();
  const [copied, setCopied] = useState<string | null>(null);
  const place = passage.page === null ? "" : `, ${say("page", { page: format.number(passage.page) })}`;
  const copy = (what: "link" | "quotation") => {
    const address = `${window.location.origin}${window.location.pathname}?passage=${encodeURIComponent(passage.id)}`;
    const text = what === "link" ? address : `“${passage.text}” (${title}${place}; ${address})`;
    navigator.clipboard.writeText(text).then(
      () => setCopied(say(what === "link" ? "copied.link" : "copied.quotation")),
      () => setCopied(say("copied.refused")),
    );
  };
  return (
    <div className={style["chosenPassage"]}>
      <blockquote lang={passage.language ?? undefined}>{passage.text}</blockquote>
      <p className={style["why"]}>
        {passage.paragraph ? `${say("paragraph", { paragraph: passage.paragraph })} · ` : null}
        {passage.printedLabel && passage.printedLabel !== passage.label
          ? `${say("printed", { text: passage.printedLabel })} · `
          : null}
        <span className={passage.confidence < unsureBelow ? style["unsure"] : undefined}>
          {say("confidence", { share: format.percent(passage.confidence) })}
        </span>
        {passage.reason ? (
          <>
            {" · "}
            <span lang="en">{passage.reason}</span>
          </>
        ) : null}
      </p>
      <div className={style["actions"]} data-print="hide">
        <Button size="compact-sm" variant="default" onClick={() => copy("quotation")}>
          {say("copyQuotation")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => copy("link")}>
          {say("copyLink")}
        </Button>
        <Link to={"/trace" as "/"} search={{ id: `passage:${encodeURIComponent(passage.id)}` } as never}>
          {say("toTrace")}
        </Link>
        <span role="status" className={style["copied"]}>
          {copied}
        </span>
      </div>
    </div>
  );
}
