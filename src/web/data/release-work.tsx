import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { z } from "zod/mini";
import { type CallReply, type ReleaseShape, routes } from "#contract";
import { type WithdrawnFigures, withdrawnFigures } from "#records";
import { useApiAction, useSession } from "../api.ts";
import { useWords } from "../i18n.ts";
import { Section } from "../shared/page.tsx";
import { ProblemList } from "../shared/problem-list.tsx";

type Release = z.output<typeof ReleaseShape>;
type Versions = CallReply<typeof routes.release>["versions"];

/** The acts that are open to whoever looks, in the state the release is in; nothing for everybody else. */
export function WorkSection({ release, versions }: { release: Release; versions: Versions }) {
  const say = useWords("releases");
  const { may } = useSession();
  const { state, id } = release;
  const isOpen = state === "draft" || state === "embargoed";
  const publishes = isOpen && may(routes.publishRelease);
  const withdraws = state === "published" && may(routes.withdrawRelease);
  if (!publishes && !withdraws) return null;
  return (
    <div data-print="hide">
      <Section title={say("work.heading")}>
        {publishes ? (
          <p>
            <Link to="/desk" search={{ at: "releases" }}>
              {say("bench.title")}
            </Link>
          </p>
        ) : null}
        {publishes ? <PublishForm key={`${id} ${state}`} id={id} notes={release.notes} /> : null}
        {publishes && state === "embargoed" ? <ReasonForm id={id} act="hold" /> : null}
        {publishes ? <ReasonForm id={id} act="discard" /> : null}
        {withdraws ? <WithdrawForm id={id} versions={versions} /> : null}
      </Section>
    </div>
  );
}

function PublishForm({ id, notes: given }: { id: string; notes: string | null }) {
  const say = useWords("releases");
  const publish = useApiAction(routes.publishRelease);
  const [notes, setNotes] = useState(given ?? "");
  const [at, setAt] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    void publish.run({
      params: { id },
      body: { at: at === "" ? null : new Date(at).toISOString(), notes: notes.trim() || null },
    });
  };
  return (
    <form onSubmit={send} className="release-form-fields">
      <Textarea
        label={say("work.notes")}
        value={notes}
        autosize
        minRows={2}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={say("work.at")}
        description={say("work.atHint")}
        value={at}
        onChange={(event) => setAt(event.currentTarget.value)}
      />
      <ProblemList problems={publish.problems} />
      <Button type="submit" loading={publish.running}>
        {say(at === "" ? "work.publish" : "work.embargo")}
      </Button>
    </form>
  );
}

const routeOf = { hold: routes.holdRelease, discard: routes.discardRelease } as const;

/** An act that needs nothing but its reason. */
function ReasonForm({ id, act }: { id: string; act: keyof typeof routeOf }) {
  const say = useWords("releases");
  const doing = useApiAction(routeOf[act]);
  const [reason, setReason] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    void doing.run({ params: { id }, body: { reason } });
  };
  return (
    <details className="release-form">
      <summary>{say(`work.${act}`)}</summary>
      <form onSubmit={send} className="release-form-fields">
        <ReasonField value={reason} onChange={setReason} />
        <ProblemList problems={doing.problems} />
        <Button type="submit" variant="default" loading={doing.running}>
          {say(`work.${act}`)}
        </Button>
      </form>
    </details>
  );
}

function WithdrawForm({ id, versions }: { id: string; versions: Versions }) {
  const say = useWords("releases");
  const withdraw = useApiAction(routes.withdrawRelease);
  const [reason, setReason] = useState("");
  const [replacedBy, setReplacedBy] = useState("");
  const [figures, setFigures] = useState<WithdrawnFigures>("kept");
  const others = versions.filter((one) => one.id !== id && one.state === "published");
  const send = (event: FormEvent) => {
    event.preventDefault();
    void withdraw.run({ params: { id }, body: { reason, replacedBy: replacedBy || null, figures } });
  };
  return (
    <details className="release-form">
      <summary>{say("work.withdraw")}</summary>
      <form onSubmit={send} className="release-form-fields">
        <ReasonField value={reason} onChange={setReason} />
        <NativeSelect
          label={say("work.replacedBy")}
          value={replacedBy}
          onChange={(event) => setReplacedBy(event.currentTarget.value)}
          data={[
            { value: "", label: say("work.noReplacement") },
            ...others.map((one) => ({ value: one.id, label: one.id })),
          ]}
        />
        <NativeSelect
          label={say("work.figures")}
          description={say("work.figuresHint")}
          value={figures}
          onChange={(event) =>
            setFigures(withdrawnFigures.find((one) => one === event.currentTarget.value) ?? "kept")
          }
          data={withdrawnFigures.map((value) => ({ value, label: say(`figures.${value}`) }))}
        />
        <ProblemList problems={withdraw.problems} />
        <Button type="submit" variant="default" loading={withdraw.running}>
          {say("work.withdraw")}
        </Button>
      </form>
    </details>
  );
}

function ReasonField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const say = useWords("releases");
  return (
    <Textarea
      label={say("work.reason")}
      required
      withAsterisk={false}
      minLength={3}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
