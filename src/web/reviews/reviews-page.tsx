import { Button, NativeSelect, TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { routes } from "#contract";
import { type Language, languages } from "#kernel";
import { useApi, useApiAction, useSession } from "../api.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./reviews.module.css";

/** Every review one may see, and the beginning of a new one. */
export function ReviewsPage() {
  const say = useWords("reviews");
  const format = useFormat();
  const { may } = useSession();
  const answer = useApi(routes.listReviews, {});
  return (
    <Page title={say("title")} lead={say("lead")}>
      <Answered answer={answer} lines={6}>
        {({ reviews }) =>
          reviews.length === 0 ? (
            <EmptyState
              what={say("empty")}
              how={
                may(routes.createReview) ? (
                  say("emptyHowOwner")
                ) : (
                  <Link to="/sign-in" search={{ after: "/reviews" }}>
                    {say("emptyHow")}
                  </Link>
                )
              }
            />
          ) : (
            <ul className={style["plain"]}>
              {reviews.map((review) => (
                <li key={review.id} className={style["entry"]}>
                  <h2>
                    <Link to="/reviews/$id" params={{ id: review.id }} lang={review.language}>
                      {review.title}
                    </Link>{" "}
                    <OriginMark origin={review.origin} />
                  </h2>
                  <p className={style["hint"]}>
                    {review.publishedAt
                      ? say("publishedOn", { date: format.date(review.publishedAt) })
                      : say("begunOn", { date: format.date(review.createdAt) })}
                    {review.parts.length > 0
                      ? ` · ${say("yourParts", { parts: review.parts.map((part) => say(`part.${part}`)).join(", ") })}`
                      : null}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {may(routes.createReview) ? <BeginReview /> : null}
    </Page>
  );
}

function BeginReview() {
  const say = useWords("reviews");
  const navigate = useNavigate();
  const language = useLanguage();
  const begin = useApiAction(routes.createReview);
  const [title, setTitle] = useState("");
  const [written, setWritten] = useState<Language>(language);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await begin.run({ body: { title, language: written } });
    if (done)
      await navigate({ to: "/reviews/$id/protocol", params: { id: done.id }, search: { edit: "yes" } });
  };
  return (
    <Section title={say("begin.title")} note={say("begin.note")}>
      <form onSubmit={send} className={style["form"]}>
        <TextInput
          label={say("begin.name")}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          required
          maxLength={500}
        />
        <NativeSelect
          label={say("begin.language")}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value as Language)}
          data={languages.map((one) => ({ value: one, label: say(`language.${one}`) }))}
        />
        <ProblemList problems={begin.problems} />
        <Button type="submit" loading={begin.running}>
          {say("begin.button")}
        </Button>
      </form>
    </Section>
  );
}
