import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi, useApiAction } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { ProblemList } from "../shared/problem-list.tsx";
import style from "./desk.module.css";

/** Says how many reports an earlier reader read, and has them read again; nothing where there are none. */
export function OutdatedReadings() {
  const say = useWords("rereading");
  const format = useFormat();
  const navigate = useNavigate();
  const answer = useApi(routes.outdatedReadings, {});
  const reread = useApiAction(routes.rereadDocuments);
  const { outdated = 0, documents = 0 } = answer.value ?? {};
  if (outdated === 0) return null;
  const begin = async () => {
    const job = await reread.run({ body: { all: false } });
    if (job) await navigate({ to: "/desk", search: { at: "report", job: job.id } as never });
  };
  return (
    <section aria-label={say("title")}>
      <h3>{say("title")}</h3>
      <p>
        {say("outdated", { count: outdated, shown: format.number(outdated), of: format.number(documents) })}
      </p>
      <p className={style["hint"]}>{say("command")}</p>
      <ProblemList problems={reread.problems} />
      <Button variant="default" size="compact-md" loading={reread.running} onClick={() => void begin()}>
        {say("button")}
      </Button>
    </section>
  );
}
