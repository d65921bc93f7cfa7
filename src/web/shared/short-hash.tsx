import { Button } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../i18n.ts";
import "../charts/facts.css";

/** Enough to tell two hashes apart by eye. */
const shownFirst = 12;

/** A hash by its beginning, whole on demand and ready to copy. */
export function ShortHash({ hash }: { readonly hash: string }) {
  const say = useWords("charts");
  const [whole, setWhole] = useState(false);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    // Without a secure connection browsers offer no clipboard; the whole hash can then be marked by hand.
    if (!navigator.clipboard) return setWhole(true);
    void navigator.clipboard.writeText(hash).then(
      () => setCopied(true),
      () => setWhole(true),
    );
  };
  return (
    <span className="fact-hash">
      <button
        type="button"
        className="fact-code fact-hash-text"
        aria-expanded={whole}
        title={whole ? undefined : say("hash.whole")}
        onClick={() => setWhole(!whole)}
      >
        {whole ? hash : `${hash.slice(0, shownFirst)}…`}
      </button>
      <Button
        variant="subtle"
        size="compact-sm"
        data-print="hide"
        aria-label={say("hash.copyThis", { beginning: hash.slice(0, shownFirst) })}
        onClick={copy}
      >
        {say(copied ? "hash.copied" : "hash.copy")}
      </Button>
      <span role="status" className="visually-hidden">
        {copied ? say("hash.copied") : ""}
      </span>
    </span>
  );
}
