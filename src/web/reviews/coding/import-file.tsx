import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { type CallReply, routes } from "#contract";
import type { Problem } from "#kernel";
import { callApi } from "../../api.ts";
import { unavailable } from "../../correct/unavailable.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { ProblemList } from "../../shared/problem-list.tsx";
import shared from "../reviews.module.css";
import { WideTable } from "../wide-table.tsx";
import style from "./coding.module.css";

type Brought = CallReply<typeof routes.importCoding>;

/** A codebook or project from elsewhere: looked at first, then brought in, with or without all its codings. */
export function ImportFile({ review }: { readonly review: string }) {
  const say = useWords("review-coding");
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [found, setFound] = useState<Brought | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const send = async (preview: "yes" | "no") => {
    if (file === null || busy) return;
    setBusy(true);
    const done = await callApi(routes.importCoding, {
      params: { id: review },
      query: { name: file.name, preview },
      upload: file,
    });
    setBusy(false);
    setProblems(done.ok ? [] : done.problems);
    setFound(done.ok ? (done.value as Brought) : null);
    if (preview === "no") await queries.invalidateQueries();
  };
  const leftOut = (found?.reports ?? []).reduce((sum, { lost }) => sum + lost, 0);
  // What is said of texts stands in their table, in the language of the page.
  const notices = ((found?.notices ?? []) as readonly Problem[]).filter(({ at }) => at?.field !== "texts");
  return (
    <Section title={say("files.in")} note={say("files.inNote")}>
      <form
        className={style["form"]}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void send("yes");
        }}
      >
        <label>
          {say("files.file")}{" "}
          <input
            type="file"
            accept=".qdc,.qdpx,.qde"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null);
              setFound(null);
              setProblems([]);
            }}
          />
        </label>
        <Button
          type="submit"
          variant="default"
          loading={busy}
          {...(file === null ? unavailable(say("files.chooseFirst")) : {})}
        >
          {say("files.look")}
        </Button>
      </form>
      {problems.length > 0 ? <ProblemList problems={problems} /> : null}
      {found ? (
        <>
          <p role="status">
            {say(found.imported ? "files.imported" : "files.found", {
              codes: found.codes,
              codings: found.codings,
              memos: found.memos,
              branch: found.branch,
            })}
          </p>
          {leftOut > 0 && !found.imported ? (
            <p role="note">{say("files.leftOut", { count: leftOut })}</p>
          ) : null}
          {found.reports.length > 0 ? <BroughtTexts review={review} texts={found.reports} /> : null}
          {notices.length > 0 ? <ProblemList problems={notices} warnings /> : null}
          {found.imported ? null : (
            <Button onClick={() => void send("no")} loading={busy}>
              {leftOut === 0
                ? say("files.bring")
                : found.codings === 0
                  ? say("files.bringCodes")
                  : say("files.bringRest", { count: found.codings })}
            </Button>
          )}
        </>
      ) : null}
    </Section>
  );
}

/** Which report each text of the file is, how many of its codings keep a place, and why others do not. */
function BroughtTexts(props: { readonly review: string; readonly texts: Brought["reports"] }) {
  const say = useWords("review-coding");
  const { review, texts } = props;
  return (
    <WideTable label={say("files.texts")}>
      <table>
        <caption className="visually-hidden">{say("files.texts")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("files.source")}</th>
            <th scope="col">{say("files.record")}</th>
            <th scope="col">{say("files.why")}</th>
            {(["codings", "moved", "lost"] as const).map((column) => (
              <th key={column} scope="col" className={shared["number"]}>
                {say(`files.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {texts.map(({ source, record, codings, moved, lost, why, named }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two texts of a file may bear one name
            <tr key={`${source} ${at}`}>
              <th scope="row">{source}</th>
              <td>{record ?? say("files.noRecord")}</td>
              <td className={style["why"]}>
                {why === null ? null : (
                  <>
                    <p>{say(`files.whyIs.${why}`, { named })}</p>
                    {why === "words-differ" ? null : named === null ? (
                      <Link to="/reviews/$id/records" params={{ id: review }}>
                        {say("files.toRecords")}
                      </Link>
                    ) : (
                      <Link to="/reviews/$id/coding/$record" params={{ id: review, record: named }}>
                        {say("files.toReport", { named })}
                      </Link>
                    )}
                  </>
                )}
              </td>
              <td className={shared["number"]}>{codings}</td>
              <td className={shared["number"]}>{moved}</td>
              <td className={shared["number"]}>{lost}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
