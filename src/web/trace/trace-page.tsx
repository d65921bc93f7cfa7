import { Button, TextInput } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useWords } from "../i18n.ts";
import { Page } from "../shared/page.tsx";
import { Answered } from "../shared/states.tsx";
import { PathMarks } from "./path-marks.tsx";
import { TraceTree } from "./trace-tree.tsx";
import "./trace.css";
import "../charts/facts.css";

const address = getRouteApi("/trace");

/** The path from a number or a sentence to its sources. */
export function TracePage() {
  const { id } = address.useSearch();
  return id === undefined ? <AskForId /> : <Path key={id} id={id} />;
}

function Path({ id }: { id: string }) {
  const say = useWords("trace");
  const trace = useApi(routes.trace, { query: { id } });
  return (
    <Page
      title={say("title")}
      kicker={
        <>
          <span className="fact-code">{id}</span> {trace.value ? <PathMarks root={trace.value} /> : null}
        </>
      }
      lead={say("lead")}
    >
      <Answered answer={trace} lines={10}>
        {(value) => <TraceTree root={value} />}
      </Answered>
    </Page>
  );
}

function AskForId() {
  const say = useWords("trace");
  const navigate = address.useNavigate();
  const [text, setText] = useState("");
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) void navigate({ search: (now) => ({ ...now, id: text.trim() }) });
  };
  return (
    <Page title={say("title")} lead={say("ask.lead")} cite={false}>
      <form onSubmit={go} className="trace-ask">
        <TextInput
          label={say("ask.label")}
          description={say("ask.example")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit">{say("ask.go")}</Button>
      </form>
    </Page>
  );
}
