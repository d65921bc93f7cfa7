import { Button } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../i18n.ts";
import style from "./desk.module.css";

/** A link that opens an account once. It is shown now and never again: only its hash is kept. */
export function OneTimeLink({ link, name }: { readonly link: string; readonly name: string }) {
  const say = useWords("desk");
  const [copied, setCopied] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(say("link.copied")),
      () => setCopied(say("link.refused")),
    );
  return (
    <div className={style["link"]} role="status">
      <p>{say("link.text", { name })}</p>
      <code>{link}</code>
      <Button variant="default" size="compact-md" onClick={copy}>
        {say("link.copy")}
      </Button>{" "}
      {copied}
    </div>
  );
}
