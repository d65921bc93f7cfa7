import { Link } from "@tanstack/react-router";
import type { CallReply, routes } from "#contract";
import { useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Section } from "../shared/page.tsx";

/** The reviews an evaluation is in, and whether they include it; nothing where it is in none. */
export function InReviews({ reviews }: { readonly reviews: CallReply<typeof routes.evaluation>["reviews"] }) {
  const say = useWords("evidence");
  if (reviews.length === 0) return null;
  return (
    <Section title={say("reviewsTitle")}>
      <ul>
        {reviews.map(({ id, title, language, origin, record, included }) => (
          <li key={id}>
            <Link to="/reviews/$id" params={{ id }} lang={language}>
              {title}
            </Link>{" "}
            <OriginMark origin={origin} />{" "}
            <Link to="/reviews/$id/records" params={{ id }} search={{ record }}>
              {say(included ? "reviewIncluded" : "reviewRecord", { record })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
