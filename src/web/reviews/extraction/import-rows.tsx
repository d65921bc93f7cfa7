import { Button, FileInput } from "@mantine/core";
import { useState } from "react";
import { routes } from "#contract";
import { useApiAction } from "../../api.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { ProblemList } from "../../shared/problem-list.tsx";
import style from "../appraisal/appraisal.module.css";
import type { Review } from "../review-frame.tsx";

/** A table of rows is looked at first, with all that is wrong with it; then all of it is taken, or nothing. */
export function ImportRows({ review }: { readonly review: Review }) {
  const say = useWords("review-appraisal");
  const read = useApiAction(routes.importExtraction);
  const [file, setFile] = useState<File | null>(null);
  const send = (preview: "yes" | "no", chosen: File) =>
    read.run({ params: { id: review.id }, query: { name: chosen.name, preview }, upload: chosen });
  const found = read.value;
  const isReady = file !== null && found !== undefined && !found.recorded && found.problems.length === 0;
  return (
    <Section title={say("import.title")} note={say("import.note")}>
      <div className={style["form"]}>
        <FileInput
          label={say("import.choose")}
          value={file}
          accept=".csv,.tsv,.xlsx,.json"
          clearable
          onChange={(chosen) => {
            setFile(chosen);
            read.clear();
            if (chosen) void send("yes", chosen);
          }}
        />
        <ProblemList problems={read.problems} />
        {found ? (
          <div role="status">
            <p>
              {say(found.recorded ? "import.done" : "import.found", {
                count: found.rows,
                fresh: found.new,
                changed: found.changed,
                unchanged: found.unchanged,
                records: found.records.length,
              })}
            </p>
            <ProblemList problems={found.problems} title={say("import.refused")} />
          </div>
        ) : null}
        <Button
          loading={read.running}
          disabled={!isReady}
          title={isReady ? undefined : say("import.notReady")}
          onClick={() => file && void send("no", file)}
        >
          {say("import.button", { count: (found?.new ?? 0) + (found?.changed ?? 0) })}
        </Button>
        {isReady ? null : <p className={style["hint"]}>{say("import.notReady")}</p>}
      </div>
    </Section>
  );
}
