// An index of one's own over the variables of a study: a definition brought as a file, with why.

import { TextInput } from "@mantine/core";
import { useId, useRef, useState } from "react";
import { addressOf, routes } from "#contract";
import type { StudyKind } from "#records";
import { useApiAction, useSession } from "../api.ts";
import { useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import style from "./survey-desk.module.css";

/** What a definition of one's own is begun with. */
const beginnings: Readonly<Record<StudyKind, string>> = { people: "pss", enterprise: "elfs" };

export function AddDefinition({ study, kind }: { readonly study: string; readonly kind: StudyKind }) {
  const say = useWords("survey-desk");
  const session = useSession();
  const add = useApiAction(routes.addStudyIndex);
  const input = useRef<HTMLInputElement>(null);
  const field = useId();
  const [reason, setReason] = useState("");
  const [unreadable, setUnreadable] = useState<string | null>(null);
  if (!session.may(routes.addStudyIndex)) return null;
  const beginning = beginnings[kind];
  const send = async () => {
    const [file] = input.current?.files ?? [];
    if (file === undefined) return;
    add.clear();
    const definition = await objectIn(file);
    setUnreadable(definition === null ? file.name : null);
    if (definition !== null) await add.run({ body: { definition, reason } });
    if (input.current) input.current.value = "";
  };
  const told = (): string => {
    if (unreadable !== null) return say("definition.unreadable", { name: unreadable });
    if (add.value === undefined) return "";
    const { id, version, changed, fits } = add.value;
    const kept = say(changed ? "definition.kept" : "definition.same", { id, version });
    return `${kept} ${say(fits.includes(study) ? "definition.fits" : "definition.unfit")}`;
  };
  return (
    <div className={style["stack"]}>
      <h3>{say("definition")}</h3>
      <p className={style["hint"]}>
        {say("definitionHint")}{" "}
        <a
          href={addressOf(routes.downloadStudyIndexDefinition, { id: beginning })}
          download={`${beginning}.json`}
        >
          {say("definition.example", { id: beginning })}
        </a>
      </p>
      <TextInput
        label={say("definition.reason")}
        value={reason}
        maxLength={2000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div>
        <label className={style["label"]} htmlFor={field}>
          {say("definition.file")}
        </label>
        <input
          id={field}
          ref={input}
          type="file"
          accept=".json"
          className={style["file"]}
          disabled={add.running || reason.trim().length < 3}
          onChange={() => void send()}
        />
      </div>
      <p role="status">{told()}</p>
      <ProblemList problems={add.problems} />
      <ProblemList problems={add.value?.warnings ?? []} warnings />
    </div>
  );
}

async function objectIn(file: File): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const json: unknown = JSON.parse(await file.text());
    return typeof json === "object" && json !== null && !Array.isArray(json)
      ? (json as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
