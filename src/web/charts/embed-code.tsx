import { Button, Textarea } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { useId, useState } from "react";
import { framedAddress } from "#contract";
import { stringifySearch } from "../address.ts";
import { useLanguage, useWords } from "../i18n.ts";

/** The button that gives the code other sites put a figure into a frame with; nothing where none may. */
export function EmbedCode({ figure, label }: { figure: string; label: string }) {
  const say = useWords("charts");
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState("");
  const id = useId();
  const query = stringifySearch({ ...(search as Readonly<Record<string, unknown>>), lang: language });
  const address = framedAddress(figure, `${pathname}${query}`);
  if (address === null) return null;
  const code = `<iframe src="${window.location.origin}${address.replaceAll("&", "&amp;")}" title="${label.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}" width="100%" height="560" loading="lazy" style="border:0"></iframe>`;
  const copy = () =>
    void Promise.resolve()
      .then(() => navigator.clipboard.writeText(code))
      .then(
        () => setSaid(say("embed.copied")),
        () => setSaid(say("embed.refused")),
      );
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((now) => !now)}
      >
        {say("embed")}
      </Button>
      {open ? (
        <div id={id} className="figure-embed">
          <Textarea
            label={say("embed.code")}
            description={say("embed.note")}
            value={code}
            readOnly
            autosize
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button variant="default" size="xs" onClick={copy}>
            {say("embed.copy")}
          </Button>{" "}
          <span role="status">{said}</span>
        </div>
      ) : null}
    </>
  );
}
