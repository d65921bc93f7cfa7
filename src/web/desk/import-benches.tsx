// The workbenches that bring tables and lists in.

import { NativeSelect, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { routes } from "#contract";
import { type Origin, origins } from "#records";
import { callApi } from "../api.ts";
import { useWords } from "../i18n.ts";
import style from "./desk.module.css";
import { Counts, ImportFiles } from "./import-files.tsx";

function OriginField(props: { readonly value: Origin; readonly onChange: (origin: Origin) => void }) {
  const say = useWords("desk");
  return (
    <NativeSelect
      label={say("field.origin")}
      description={say("field.originHint")}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value as Origin)}
      data={origins.map((origin) => ({ value: origin, label: say(`origin.${origin}`) }))}
    />
  );
}

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

const describing = ["title", "agency", "indicator", "unit", "licence"] as const;
type Describing = (typeof describing)[number];

export function ObservationsBench() {
  const say = useWords("desk");
  const refresh = useRefresh();
  const [series, setSeries] = useState("");
  const [told, setTold] = useState<Partial<Record<Describing, string>>>({});
  const [origin, setOrigin] = useState<Origin>("real");
  return (
    <>
      <h2>{say("bench.observations")}</h2>
      <p className={style["hint"]}>{say("observations.hint")}</p>
      <ImportFiles
        accept=".csv,.tsv,.txt"
        many={false}
        button={say("observations.button")}
        send={async (file) => {
          const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== ""));
          const answer = await callApi(routes.importObservations, {
            query: { name: file.name, series, origin, ...given },
            upload: file,
          });
          refresh();
          return answer;
        }}
        result={(outcome) => (
          <>
            <Counts outcome={outcome} />
            {outcome.release ? (
              <p>
                <Link to={`/data/${outcome.release}` as "/"}>
                  {say("observations.see", { release: outcome.release })}
                </Link>
              </p>
            ) : null}
          </>
        )}
      >
        <TextInput
          label={say("field.series")}
          description={say("field.seriesHint")}
          required
          withAsterisk={false}
          pattern="[a-z0-9][a-z0-9\-]{1,60}"
          value={series}
          onChange={(event) => setSeries(event.currentTarget.value)}
        />
        {describing.map((name) => (
          <TextInput
            key={name}
            label={say(`field.${name}`)}
            {...(name === "indicator" ? { description: say("field.indicatorHint") } : {})}
            value={told[name] ?? ""}
            onChange={(event) => setTold({ ...told, [name]: event.currentTarget.value })}
          />
        ))}
        <OriginField value={origin} onChange={setOrigin} />
      </ImportFiles>
    </>
  );
}
