import { Button, FileInput, NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { type CallReply, routes } from "#contract";
import { searchSourceKinds } from "#records";
import { useApiAction } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import { Section } from "../../shared/page.tsx";
import { ProblemList } from "../../shared/problem-list.tsx";
import type { Review } from "../review-frame.tsx";
import style from "../reviews.module.css";

type Read = CallReply<typeof routes.importReviewRecords>;

/** The two ways records come in: a search of the registry here, and a file from anywhere. */
export function AddRecords({ review }: { readonly review: Review }) {
  const say = useWords("reviews");
  const registry = useApiAction(routes.addFromRegistry);
  const done = registry.value;
  return (
    <>
      <Section title={say("add.registry")}>
        <RegistrySearch
          running={registry.running}
          onAdd={async (text) => {
            await registry.run({ params: { id: review.id }, body: text ? { text } : {} });
          }}
        />
        <ProblemList problems={registry.problems} />
        {done ? (
          <p role="status">
            {say("add.registryDone", { count: done.added, found: done.found, held: done.held })}
          </p>
        ) : null}
      </Section>
      <AddFile review={review} />
    </>
  );
}

/** A file is looked at first: what it is, how many records, what could not be read. Then it is added. */
function AddFile({ review }: { readonly review: Review }) {
  const say = useWords("reviews");
  const read = useApiAction(routes.importReviewRecords);
  const [file, setFile] = useState<File | null>(null);
  const [facts, setFacts] = useState({ searchName: "", query: "", date: "", note: "" });
  const [kind, setKind] = useState<(typeof searchSourceKinds)[number]>("database");
  const [hits, setHits] = useState<number | "">("");
  const set =
    (field: keyof typeof facts) => (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      setFacts((former) => ({ ...former, [field]: value }));
    };
  const send = async (preview: "yes" | "no", chosen: File) => {
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value.trim() !== ""));
    const answer = await read.run({
      params: { id: review.id },
      query: { name: chosen.name, preview, kind, ...given, ...(hits === "" ? {} : { hits }) },
      upload: chosen,
    });
    if (answer && preview === "no") setFile(null);
  };
  return (
    <Section title={say("add.file")} note={say("add.fileNote")}>
      <form
        className={style["form"]}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (file) void send("no", file);
        }}
      >
        <FileInput
          label={say("add.choose")}
          value={file}
          onChange={(chosen) => {
            setFile(chosen);
            read.clear();
            if (chosen) void send("yes", chosen);
          }}
          clearable
        />
        {read.value ? <WhatStandsInIt read={read.value} /> : null}
        <ProblemList problems={read.problems} />
        <NativeSelect
          label={say("add.kind")}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
          data={searchSourceKinds.map((value) => ({ value, label: say(`sourceKind.${value}`) }))}
        />
        <TextInput label={say("add.searchName")} value={facts.searchName} onChange={set("searchName")} />
        <Textarea
          label={say("add.query")}
          description={say("add.queryNote")}
          value={facts.query}
          onChange={set("query")}
          autosize
        />
        <TextInput
          label={say("add.date")}
          description={say("add.dateNote")}
          value={facts.date}
          onChange={set("date")}
          pattern="[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
        />
        <NumberInput
          label={say("add.hits")}
          description={say("add.hitsNote")}
          value={hits}
          min={0}
          allowDecimal={false}
          onChange={(value) => setHits(typeof value === "number" ? value : "")}
        />
        <TextInput label={say("add.note")} value={facts.note} onChange={set("note")} />
        <Button
          type="submit"
          loading={read.running}
          disabled={!file}
          title={file ? undefined : say("add.noFile")}
        >
          {read.value && read.value.added === 0
            ? say("add.button", { count: read.value.found })
            : say("add.buttonPlain")}
        </Button>
        {file ? null : <p className={style["hint"]}>{say("add.noFile")}</p>}
      </form>
    </Section>
  );
}

function WhatStandsInIt({ read }: { readonly read: Read }) {
  const say = useWords("reviews");
  const format = useFormat();
  if (read.added > 0) return <p role="status">{say("add.done", { count: read.added })}</p>;
  return (
    <div role="status">
      <p>
        {say("add.found", { count: read.found, format: read.format })}{" "}
        {read.withoutAbstract > 0 ? say("add.withoutAbstract", { count: read.withoutAbstract }) : null}{" "}
        {read.withEarlierVerdict > 0 ? say("add.withEarlier", { count: read.withEarlierVerdict }) : null}
      </p>
      <ol className={style["sample"]}>
        {read.sample.slice(0, 5).map((one) => (
          <li key={`${one.title}${one.doi}`}>
            {one.title || say("records.untitled")}{" "}
            <span className={style["hint"]}>
              {[one.authors.join("; "), one.year].filter(Boolean).join(", ")}
            </span>
          </li>
        ))}
      </ol>
      {read.notices.length > 0 ? <ProblemList problems={read.notices} warnings /> : null}
      {read.skippedInAll > 0 ? (
        <details>
          <summary>{say("add.skipped", { count: read.skippedInAll })}</summary>
          <ul>
            {read.skipped.map(({ line, text, why }) => (
              <li key={line}>
                {say("add.skippedLine", { line: format.number(line) })} {why} <code>{text}</code>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function RegistrySearch(props: {
  readonly onAdd: (text: string) => Promise<void>;
  readonly running: boolean;
}) {
  const say = useWords("reviews");
  const [text, setText] = useState("");
  return (
    <form
      className={style["form"]}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void props.onAdd(text);
      }}
    >
      <TextInput
        label={say("add.registryQuery")}
        description={say("add.registryNote")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p className={style["line"]}>
        <Button type="submit" loading={props.running}>
          {say("add.registryButton")}
        </Button>
        <Link to="/evidence" search={{ text: text || undefined }}>
          {say("add.registryLook")}
        </Link>
      </p>
    </form>
  );
}
