// What stands where a page cannot: not found, broken, still coming.

import { Button } from "@mantine/core";
import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { hasWord, useWords } from "../i18n.ts";
import { Page } from "../shared/page.tsx";
import { Loading } from "../shared/states.tsx";

export function NotFoundPage() {
  const say = useWords("shell");
  return (
    <Page title={say("notFound.title")} lead={say("notFound.text")} cite={false}>
      <p>
        <Link to="/">{say("notFound.home")}</Link>
      </p>
    </Page>
  );
}

export function UnexpectedPage({ error, reset }: ErrorComponentProps) {
  const say = useWords("shell");
  // Without its words (the server fell silent while they were fetched) the page still says something.
  if (!hasWord("shell", "unexpected.title"))
    return <p lang="en">Socle cannot be reached at present. Check the connection and load the page again.</p>;
  return (
    <Page title={say("unexpected.title")} lead={say("unexpected.text")} cite={false}>
      <p lang="en">{error instanceof Error ? error.message : String(error)}</p>
      <p>
        <Button variant="default" onClick={reset}>
          {say("again")}
        </Button>
      </p>
    </Page>
  );
}

export function PagePending() {
  return <Loading lines={6} />;
}

/** Before the first page has its words: what the document itself showed (index.html). */
export function FirstPending() {
  return (
    <p className="first">
      <img src="/icon.svg" alt="" width={28} height={28} />
      <span>Socle</span>
    </p>
  );
}
