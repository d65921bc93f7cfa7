// Reports that belong to no evaluation yet, beside the records of the registry that carry their title: looked at,
// then tied together by one press.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { type CallReply, routes } from "#contract";
import { callApi, useApi, useApiAction } from "../api.ts";
import { useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import style from "./desk.module.css";

type Report = CallReply<typeof routes.listDocuments>[number];
type Pair = { readonly report: Report; readonly id: string; readonly title: string; readonly same: boolean };

/** So many are looked for at once; the next ones come when these are tied. */
const atOnce = 100;
/** A shorter title stands inside others by chance. */
const shortestInside = 25;

const letters = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
/** Words alone: signs and operators of the search language would mean something. */
const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ").replace(/\b(or|ou|o)\b/giu, " ");

async function recordOf(report: Report): Promise<Pair | null> {
  const title = report.title ?? "";
  const parts = title.split(/[:–—]/).filter((part) => part.trim().length >= shortestInside);
  for (const text of new Set([title, ...parts])) {
    if (text.trim() === "") continue;
    const query = { text: words(text).slice(0, 200), limit: 5 };
    const answer = await callApi(routes.listEvaluations, { query });
    if (!answer.ok) continue;
    for (const one of answer.value.evaluations) {
      const [own, other] = [letters(title), letters(one.title)];
      const same = own === other;
      if (same || (one.title.length >= shortestInside && own.includes(other)))
        return { report, id: one.id, title: one.title, same };
    }
  }
  return null;
}

export function TieReports() {
  const say = useWords("correct");
  const documents = useApi(routes.listDocuments, {});
  const tie = useApiAction(routes.tieReport);
  const [pairs, setPairs] = useState<readonly Pair[] | null>(null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const untied = (documents.value ?? []).filter(({ tied }) => !tied);
  const asked = untied
    .slice(0, atOnce)
    .map(({ source }) => source.sha256)
    .join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reports are new at every drawing; which they are is not
  useEffect(() => {
    let isOver = false;
    void (async () => {
      const found: Pair[] = [];
      for (const report of untied.slice(0, atOnce)) {
        const pair = isOver ? null : await recordOf(report);
        if (pair) found.push(pair);
      }
      if (isOver) return;
      setPairs(found);
      // What is only inside another title is taken up by a person, not by itself.
      setLeft(found.filter(({ same }) => !same).map(({ report }) => report.source.sha256));
    })();
    return () => {
      isOver = true;
    };
  }, [asked]);
  if (untied.length === 0) return null;
  const taken = (pairs ?? []).filter(({ report }) => !left.includes(report.source.sha256));
  return (
    <section>
      <h3>{say("tie.title", { count: untied.length })}</h3>
      {pairs === null ? null : (
        <p className={style["hint"]}>{say(pairs.length > 0 ? "tie.found" : "tie.none")}</p>
      )}
      {pairs !== null && pairs.length > 0 ? (
        <>
          <ul className={style["results"]}>
            {pairs.map(({ report, id, title }) => (
              <li key={report.source.sha256}>
                <label>
                  <input
                    type="checkbox"
                    checked={!left.includes(report.source.sha256)}
                    onChange={({ currentTarget: { checked } }) =>
                      setLeft((all) =>
                        checked
                          ? all.filter((one) => one !== report.source.sha256)
                          : [...all, report.source.sha256],
                      )
                    }
                  />{" "}
                  <span lang={report.language ?? undefined}>{report.title}</span>
                </label>
                <p className={style["hint"]}>
                  {report.source.name} → {id} ·{" "}
                  <Link to="/evidence/evaluations/$id" params={{ id }} lang={report.language ?? undefined}>
                    {title}
                  </Link>
                </p>
              </li>
            ))}
          </ul>
          <ProblemList problems={tie.problems} />
          <Button
            loading={tie.running}
            disabled={taken.length === 0}
            onClick={async () => {
              for (const { report, id } of taken)
                await tie.run({ params: { sha256: report.source.sha256 }, body: { evaluation: id } });
            }}
          >
            {say("tie.button", { count: taken.length })}
          </Button>
        </>
      ) : null}
      <details>
        <summary>{say("tie.oneByOne")}</summary>
        <ul className={style["results"]}>
          {untied.slice(0, atOnce).map(({ source, title, language }) => (
            <li key={source.sha256}>
              <Link
                to="/evidence/reports/$sha256/record"
                params={{ sha256: source.sha256 }}
                lang={language ?? undefined}
              >
                {title ?? source.name}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
