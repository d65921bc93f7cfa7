import { Button } from "@mantine/core";
import { useState } from "react";
import type { Place } from "#kernel";
import { hasWord, type Say, useLanguage, useWords } from "../i18n.ts";
import style from "./page.module.css";

const placeParts = ["file", "sheet", "row", "column", "line", "page", "article", "field"] as const;

type PlaceShown = { readonly [K in keyof Place]?: Place[K] | undefined };

/** A problem as the API tells it; what is absent there may also be undefined. */
export type ProblemShown = {
  readonly code: string;
  readonly message: string;
  readonly at?: PlaceShown | undefined;
};

function placeText(at: PlaceShown, say: Say): string {
  return placeParts
    .filter((part) => at[part] !== undefined)
    .map((part) => say(`place.${part}`, { value: at[part] }))
    .join(", ");
}

const firstShown = 50;

/**
 * Everything that is wrong, each with its place. The server's sentences are English: in another language a
 * headline by the problem's family stands above them, or the translated sentence where there is one.
 */
export function ProblemList({
  problems,
  warnings = false,
  title,
}: {
  readonly problems: readonly ProblemShown[];
  readonly warnings?: boolean;
  /** In place of the headline of the family, where something else could not be done. */
  readonly title?: string;
}) {
  const say = useWords("shell");
  const language = useLanguage();
  const [all, setAll] = useState(false);
  if (problems.length === 0) return null;
  const { code } = problems[0]!;
  // A code that stands apart from its family has a headline of its own.
  const family = [code, code.split(".")[0]!].find((one) => hasWord("shell", `problems.family.${one}`));
  const headline = warnings
    ? say("problems.warnings", { count: problems.length })
    : title !== undefined
      ? title
      : family === undefined
        ? say("problems.headline")
        : say(`problems.family.${family}`);
  const shown = all ? problems : problems.slice(0, firstShown);
  return (
    <div className={style["problems"]} role={warnings ? "note" : "alert"}>
      <p>
        <strong>{headline}</strong>
        {warnings || problems.length === 1 ? null : (
          <> · {say("problems.count", { count: problems.length })}</>
        )}
      </p>
      <ul>
        {shown.map((one, i) => {
          // The server's own sentence names the values, so English keeps it.
          const own = language !== "en" && hasWord("shell", `problem.${one.code}`);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered
            <li key={i}>
              <span lang={own ? language : "en"}>{own ? say(`problem.${one.code}`) : one.message}</span>
              {one.at ? <div className={style["place"]}>{placeText(one.at, say)}</div> : null}
            </li>
          );
        })}
      </ul>
      {shown.length < problems.length ? (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {say("problems.showAll", { count: problems.length })}
        </Button>
      ) : null}
    </div>
  );
}
