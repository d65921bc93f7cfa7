import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { routes } from "#contract";
import { problem } from "#kernel";
import type { Study } from "#records";
import { callApi, useApi } from "../api.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Section } from "../shared/page.tsx";
import { ProblemList, type ProblemShown } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { DescribeForm } from "./describe-form.tsx";
import style from "./survey-desk.module.css";

/** The workbench of those who bring surveys: what is there, and describing another. */
export function SurveysBench() {
  return (
    <>
      <StudiesThere />
      <DescribeStudy />
    </>
  );
}

function StudiesThere() {
  const say = useWords("survey-desk");
  const language = useLanguage();
  const answer = useApi(routes.listStudies, {});
  return (
    <Section title={say("there")}>
      <Answered answer={answer}>
        {(studies) =>
          studies.length === 0 ? (
            <EmptyState what={say("noStudies")} how={say("noStudiesHow")} />
          ) : (
            <ul className={style["list"]}>
              {studies.map((study) => (
                <li key={study.id}>
                  <Link to="/desk/studies/$id" params={{ id: study.id }}>
                    {study.title[language] ?? study.title.en}
                  </Link>{" "}
                  <OriginMark origin={study.origin} />
                  <br />
                  <span className={style["code"]}>{study.id}</span>{" "}
                  {study.edition === null
                    ? say("noData")
                    : `${say("edition.version", { version: study.edition.version })}, ${say(`edition.is.${study.edition.state}`)}`}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  );
}

/** A description by form, or out of a file that has it already. */
function DescribeStudy() {
  const say = useWords("survey-desk");
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [before, setBefore] = useState<Partial<Study> | null>(null);
  const [problems, setProblems] = useState<readonly ProblemShown[]>([]);
  const [open, setOpen] = useState(0);
  const read = async () => {
    const [file] = input.current?.files ?? [];
    if (file === undefined) return;
    const found = await studyInFile(file, say("files.unreadable", { name: file.name }));
    setProblems(found.problems);
    if (found.study !== null) {
      setBefore(found.study);
      setOpen(open + 1);
    }
    if (input.current) input.current.value = "";
  };
  return (
    <Section title={say("describe")} note={say("describeHint")}>
      <div>
        <label className={style["label"]} htmlFor="study-file">
          {say("describeFile")}
        </label>
        <input
          id="study-file"
          ref={input}
          type="file"
          accept=".json,.xml"
          className={style["file"]}
          onChange={() => void read()}
        />
      </div>
      <ProblemList problems={problems} warnings={before !== null} />
      {open === 0 ? (
        <Button variant="default" onClick={() => setOpen(1)}>
          {say("describeByForm")}
        </Button>
      ) : (
        <DescribeForm
          key={open}
          before={before}
          isNew
          onDone={(id) => void navigate({ to: "/desk/studies/$id", params: { id } })}
        />
      )}
    </Section>
  );
}

type InFile = { readonly study: Partial<Study> | null; readonly problems: readonly ProblemShown[] };

/** The description in a file: JSON as it is, DDI-Codebook read by the server. */
async function studyInFile(file: File, unreadable: string): Promise<InFile> {
  if (/\.json$/i.test(file.name)) {
    try {
      const json: unknown = JSON.parse(await file.text());
      if (typeof json === "object" && json !== null && !Array.isArray(json))
        return { study: json as Partial<Study>, problems: [] };
    } catch {
      // Told below, with the name of the file.
    }
    return { study: null, problems: [problem("web.file-unreadable", unreadable)] };
  }
  const answer = await callApi(routes.readStudyDdi, { query: { name: file.name }, upload: file });
  return answer.ok
    ? { study: answer.value.study as Partial<Study>, problems: answer.value.warnings }
    : { study: null, problems: answer.problems };
}
