import { Button, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
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
import type { CodingOverview } from "./shown.ts";
import { useCodingActs } from "./use-coding-acts.ts";

type Brought = CallReply<typeof routes.importCoding>;

/** Files out and in, and the memo on the review as a whole. */
export function CodingFiles(props: { readonly review: string; readonly coding: CodingOverview }) {
  const say = useWords("review-coding");
  const { review, coding } = props;
  const file = (name: string) => `/api/reviews/${encodeURIComponent(review)}/coding/${name}`;
  return (
    <>
      <Section title={say("files.out")} note={say("files.outNote")}>
        <ul>
          <li>
            <a href={file("project.qdpx")} download>
              {say("files.project")}
            </a>
          </li>
          {coding.codes.length === 0 ? (
            <li>{say("files.noCodebook")}</li>
          ) : (
            <li>
              <a href={file("codebook.qdc")} download>
                {say("files.codebook")}
              </a>
            </li>
          )}
          <li>
            <a href={file("codings.csv")} download>
              {say("files.csv")}
            </a>
          </li>
        </ul>
      </Section>
      {coding.mayCode ? <ImportFile review={review} /> : null}
      <ReviewMemo review={review} coding={coding} />
    </>
  );
}

function ImportFile({ review }: { readonly review: string }) {
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
          {found.reports.length > 0 ? (
            <WideTable label={say("files.texts")}>
              <table>
                <caption className="visually-hidden">{say("files.texts")}</caption>
                <thead>
                  <tr>
                    {(["source", "record", "codings", "moved", "lost"] as const).map((column) => (
                      <th key={column} scope="col">
                        {say(`files.${column}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {found.reports.map((one) => (
                    <tr key={one.source}>
                      <th scope="row">{one.source}</th>
                      <td>{one.record ?? say("files.noRecord")}</td>
                      <td className={shared["number"]}>{one.codings}</td>
                      <td className={shared["number"]}>{one.moved}</td>
                      <td className={shared["number"]}>{one.lost}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </WideTable>
          ) : null}
          {found.notices.length > 0 ? <ProblemList problems={found.notices as readonly Problem[]} /> : null}
          {found.imported ? null : (
            <Button onClick={() => void send("no")} loading={busy}>
              {say("files.bring")}
            </Button>
          )}
        </>
      ) : null}
    </Section>
  );
}

function ReviewMemo(props: { readonly review: string; readonly coding: CodingOverview }) {
  const say = useWords("review-coding");
  const { review, coding } = props;
  const acts = useCodingActs(review);
  const all = coding.memos.filter(({ kind }) => kind === "review");
  const own = all.find((memo) => memo.own);
  const [text, setText] = useState(own?.text ?? "");
  const others = all.filter((memo) => !memo.own);
  if (!coding.mayShape && others.length === 0) return null;
  return (
    <Section title={say("files.memo")}>
      {others.map((memo) => (
        <p key={memo.by}>
          <strong>{memo.by}</strong>: {memo.text}
        </p>
      ))}
      {coding.mayShape ? (
        <form
          className={style["form"]}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void acts.record({ kind: "memo.written", on: { kind: "review", id: review }, text });
          }}
        >
          <Textarea
            label={say("memo")}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            rows={3}
            maxLength={20_000}
          />
          {acts.problems.length > 0 ? <ProblemList problems={acts.problems} /> : null}
          <Button
            type="submit"
            variant="default"
            {...(text === (own?.text ?? "") ? unavailable(say("why.memoSame")) : {})}
          >
            {say("memo.keep")}
          </Button>
        </form>
      ) : null}
    </Section>
  );
}
