import { Button, Checkbox, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { routes } from "#contract";
import { type Language, languages } from "#kernel";
import { useApiAction } from "../../api.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import type { Review } from "../review-frame.tsx";
import style from "./report.module.css";
import type { Report } from "./report-answer.ts";

/** Freezes an edition; says what that means before one does it. */
export function PublishForm({ review, report }: { readonly review: Review; readonly report: Report }) {
  const say = useWords("review-report");
  const navigate = useNavigate();
  const publish = useApiAction(routes.publishReviewReport);
  const here = useLanguage();
  const [chosen, setChosen] = useState<readonly Language[]>([here]);
  const [note, setNote] = useState("");
  const isBlocked = report.inTheWay.length > 0 && chosen.includes(here);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await publish.run({
      params: { id: review.id },
      body: { languages: [...chosen], note: note === "" ? null : note },
    });
    if (done)
      await navigate({
        to: "/reviews/$id/report",
        params: { id: review.id },
        search: { edition: done.edition },
      });
  };
  return (
    <details data-print="hide">
      <summary>{say("publish.open", { edition: report.editions.length + 1 })}</summary>
      <form onSubmit={send} className={style["editor"]}>
        <p className={style["hint"]}>{say(review.publishedAt === null ? "publish.first" : "publish.next")}</p>
        <fieldset className={style["boxes"]}>
          <legend>{say("publish.languages")}</legend>
          {languages.map((one) => (
            <Checkbox
              key={one}
              label={say(`language.${one}`)}
              checked={chosen.includes(one)}
              onChange={(event) =>
                setChosen(
                  event.currentTarget.checked ? [...chosen, one] : chosen.filter((other) => other !== one),
                )
              }
            />
          ))}
        </fieldset>
        <TextInput
          label={say("publish.note")}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ProblemList problems={publish.problems} />
        {isBlocked || chosen.length === 0 ? (
          <p id="why-not">{say(chosen.length === 0 ? "publish.noLanguage" : "publish.blocked")}</p>
        ) : null}
        <Button
          type="submit"
          loading={publish.running}
          disabled={isBlocked || chosen.length === 0}
          {...(isBlocked || chosen.length === 0 ? { "aria-describedby": "why-not" } : {})}
        >
          {say("publish.button", { edition: report.editions.length + 1 })}
        </Button>
      </form>
    </details>
  );
}
