import { Button } from "@mantine/core";
import { useState } from "react";
import { addressOf, type CallInput, citationFormats, routes } from "#contract";
import { useApi } from "../api.ts";
import { useLanguage, useWords } from "../i18n.ts";
import style from "./cite-this.module.css";
import { Section } from "./page.tsx";
import { Answered } from "./states.tsx";

type Kind = CallInput<typeof routes.citation>["query"]["kind"];
const formatNames = { ris: "RIS", bibtex: "BibTeX", "csl-json": "CSL-JSON" } as const;

/** The reference of one record in three styles, to copy, and as files for reference managers. */
export function CiteThis({ kind, id }: { readonly kind: Kind; readonly id: string }) {
  const say = useWords("cite");
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const answer = useApi(routes.citation, { query: { kind, id, lang: language } }, { when: open });
  return (
    <Section title={say("title")}>
      <details
        className={style["cite"]}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        data-print="hide"
      >
        <summary>{say("open")}</summary>
        {open ? (
          <Answered answer={answer} lines={6}>
            {({ styles }) => (
              <dl>
                {styles.map((one) => (
                  <div key={one.style}>
                    <dt>{one.name}</dt>
                    <dd>
                      <p>
                        {one.parts.map((part, i) =>
                          part.italic ? (
                            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line never move
                            <cite key={i}>{part.text}</cite>
                          ) : (
                            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line never move
                            <span key={i}>{part.text}</span>
                          ),
                        )}
                      </p>
                      <Copy text={one.text} of={one.name} />
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </Answered>
        ) : null}
      </details>
      <p className={style["files"]} data-print="hide">
        <span>{say("files")}</span>
        {citationFormats.map((format) => (
          <a key={format} href={addressOf(routes.downloadCitation, {}, { kind, id, format })} download>
            {formatNames[format]}
          </a>
        ))}
      </p>
      <p className={style["files"]}>{say("lasting")}</p>
    </Section>
  );
}

function Copy({ text, of }: { readonly text: string; readonly of: string }) {
  const say = useWords("cite");
  const [said, setSaid] = useState("");
  return (
    <span className={style["copy"]}>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={say("copyThis", { style: of })}
        onClick={() =>
          // Without a secure connection browsers offer no clipboard.
          void Promise.resolve()
            .then(() => navigator.clipboard.writeText(text))
            .then(
              () => setSaid(say("copied")),
              () => setSaid(say("refused")),
            )
        }
      >
        {say("copy")}
      </Button>
      <span role="status">{said}</span>
    </span>
  );
}
