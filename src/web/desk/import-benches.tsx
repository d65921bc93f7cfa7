// The workbench that brings a registry of evaluations in.

import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { routes } from "#contract";
import type { Origin } from "#records";
import { callApi } from "../api.ts";
import { useWords } from "../i18n.ts";
import style from "./desk.module.css";
import { Counts, ImportFiles } from "./import-files.tsx";
import { OriginField } from "./origin-field.tsx";

/** After an import everything shown is asked for again. */
function useRefresh() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries();
}

export function EvaluationsBench() {
  const say = useWords("desk");
  const refresh = useRefresh();
  const [origin, setOrigin] = useState<Origin>("real");
  return (
    <>
      <h2>{say("bench.evaluations")}</h2>
      <p className={style["hint"]}>{say("evaluations.hint")}</p>
      <p>
        <Link to="/evidence/import-table">{say("evaluations.toTable")}</Link>
      </p>
      <ImportFiles
        accept=".txt,.pdf,.docx,.html,.htm,.csv,.json"
        many={false}
        button={say("evaluations.button")}
        send={async (file) => {
          const answer = await callApi(routes.importEvaluations, {
            query: { name: file.name, origin },
            upload: file,
          });
          refresh();
          return answer;
        }}
        result={(outcome) => (
          <>
            <Counts outcome={outcome} />
            <p>
              <Link to="/evidence">{say("evaluations.see")}</Link>
            </p>
          </>
        )}
      >
        <OriginField value={origin} onChange={setOrigin} />
      </ImportFiles>
    </>
  );
}
