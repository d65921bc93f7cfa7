import { Button, NativeSelect } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { routes } from "#contract";
import { useApi, useApiAction } from "../api.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./desk.module.css";

/** Computes an index over a release; the result is frozen under a name of its own. */
export function RunBench() {
  const say = useWords("desk");
  const language = useLanguage();
  const definitions = useApi(routes.listDefinitions, {});
  const releases = useApi(routes.listReleases, {});
  const create = useApiAction(routes.createRun);
  const [definition, setDefinition] = useState("");
  const [release, setRelease] = useState("");
  return (
    <>
      <h2>{say("bench.run")}</h2>
      <p className={style["hint"]}>{say("run.hint")}</p>
      <Answered answer={releases} lines={4}>
        {(all) => {
          const data = all.filter((one) => one.kind === "observations");
          if (data.length === 0)
            return <EmptyState what={say("run.noRelease")} how={say("run.noReleaseHow")} />;
          const send = async (event: FormEvent) => {
            event.preventDefault();
            const [definitionId, definitionVersion] = (definition || keyOf(definitions.value?.[0])).split(
              "@",
            );
            await create.run({ body: { definitionId, definitionVersion, release: release || data[0]!.id } });
          };
          return (
            <form className={style["form"]} onSubmit={send}>
              <NativeSelect
                label={say("run.definition")}
                value={definition}
                onChange={(event) => setDefinition(event.currentTarget.value)}
                data={(definitions.value ?? []).map((one) => ({
                  value: keyOf(one),
                  label: say(one.reconstruction ? "run.reconstruction" : "run.version", {
                    title: one.title[language] ?? one.title.en,
                    version: one.version,
                  }),
                }))}
              />
              <NativeSelect
                label={say("run.release")}
                value={release}
                onChange={(event) => setRelease(event.currentTarget.value)}
                data={data.map((one) => ({ value: one.id, label: `${one.title} (${one.id})` }))}
              />
              <ProblemList problems={create.problems} />
              <Button type="submit" loading={create.running}>
                {say("run.button")}
              </Button>
              {create.value ? (
                <p role="status">
                  <span className={style["done"]}>{say("run.done", { id: create.value.id })}</span>{" "}
                  <Link to={`/indexes/runs/${create.value.id}` as "/"}>{say("run.see")}</Link>
                </p>
              ) : null}
            </form>
          );
        }}
      </Answered>
    </>
  );
}

const keyOf = (definition: { readonly id: string; readonly version: string } | undefined) =>
  definition ? `${definition.id}@${definition.version}` : "";
