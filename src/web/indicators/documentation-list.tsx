import { Fragment } from "react";
import { documentationHeadings } from "#securities";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";
import list from "../shared/lists.module.css";

type Entries = Readonly<
  Record<string, { readonly text: Parameters<typeof inLanguage>[0]; readonly by: "ours" | "source" }>
>;

/** The documentation under the headings of SDMX; what nobody has written says so. */
export function DocumentationList({ entries }: { readonly entries: Entries }) {
  const say = useWords("indicators");
  const language = useLanguage();
  return (
    <dl className={list["facts"]}>
      {documentationHeadings.map((heading) => {
        const entry = entries[heading];
        const words = entry?.text[language];
        return (
          <Fragment key={heading}>
            <dt>{say(`heading.${heading}`)}</dt>
            <dd>
              {entry ? (
                <>
                  <span lang={words === undefined ? "en" : language}>{inLanguage(entry.text, language)}</span>{" "}
                  <span className={list["notStated"]}>({say(`by.${entry.by}`)})</span>
                </>
              ) : (
                <span className={list["notStated"]}>{say("notStated")}</span>
              )}
            </dd>
          </Fragment>
        );
      })}
    </dl>
  );
}
