import { Button } from "@mantine/core";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import type { CallReply, routes } from "#contract";
import { problem } from "#kernel";
import { useWords } from "../i18n.ts";
import { ProblemList, type ProblemShown } from "../shared/problem-list.tsx";
import style from "./desk.module.css";

export type Outcome = CallReply<typeof routes.importReport>;
type Problems = readonly ProblemShown[];

/** How far one of the chosen files has come. */
type FileState = {
  readonly name: string;
  readonly state: "waiting" | "working" | "done" | "refused";
  readonly outcome: Outcome | null;
  readonly problems: Problems;
};

/**
 * Brings in the chosen files one after the other, and says for each what came of it. A file with problems
 * changes nothing and hinders no other.
 *
 * @param send imports one file; gives its outcome or its problems
 * @param result what to show for a file that came in
 */
export function ImportFiles(props: {
  readonly accept: string;
  readonly many: boolean;
  readonly button: string;
  readonly send: (
    file: File,
  ) => Promise<
    { readonly ok: true; readonly value: Outcome } | { readonly ok: false; readonly problems: Problems }
  >;
  readonly result: (outcome: Outcome) => ReactNode;
  readonly children?: ReactNode;
}) {
  const say = useWords("desk");
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly FileState[]>([]);
  const working = files.some((file) => file.state === "waiting" || file.state === "working");

  const run = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = [...(input.current?.files ?? [])];
    setFiles(chosen.map((file) => ({ name: file.name, state: "waiting", outcome: null, problems: [] })));
    const set = (i: number, change: Partial<FileState>) =>
      setFiles((all) => all.map((one, k) => (k === i ? { ...one, ...change } : one)));
    for (const [i, file] of chosen.entries()) {
      set(i, { state: "working" });
      const answer = await props.send(file).catch(() => ({
        ok: false as const,
        problems: [problem("web.file-unreadable", say("import.unreadable"))],
      }));
      const problems = answer.ok ? answer.value.problems : answer.problems;
      set(i, {
        state: problems.length > 0 ? "refused" : "done",
        outcome: answer.ok ? answer.value : null,
        problems,
      });
    }
    if (input.current) input.current.value = "";
  };

  return (
    <>
      <form className={style["form"]} onSubmit={run}>
        <div>
          <label className={style["fileLabel"]} htmlFor="import-file">
            {say(props.many ? "import.files" : "import.file")}
          </label>
          <input
            id="import-file"
            ref={input}
            type="file"
            required
            multiple={props.many}
            accept={props.accept}
            className={style["file"]}
          />
        </div>
        {props.children}
        <Button type="submit" loading={working}>
          {props.button}
        </Button>
        <p className={style["hint"]}>{say("import.whole")}</p>
      </form>
      {files.length > 0 ? (
        <ul className={style["results"]} aria-live="polite" aria-label={say("import.results")}>
          {files.map((file, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
            <li key={i}>
              <p>
                <strong>{file.name}</strong>{" "}
                <span className={file.state === "done" ? style["done"] : undefined}>
                  {say(`import.state.${file.state}`)}
                </span>
              </p>
              {file.state === "done" && file.outcome ? props.result(file.outcome) : null}
              <ProblemList problems={file.problems} />
              <ProblemList problems={file.outcome?.warnings ?? []} warnings />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** What changed in the store, in one sentence. */
export function Counts({ outcome }: { readonly outcome: Outcome }) {
  const say = useWords("desk");
  return (
    <p>
      {say("import.counts", {
        added: outcome.added,
        superseded: outcome.superseded,
        unchanged: outcome.unchanged,
      })}
    </p>
  );
}
