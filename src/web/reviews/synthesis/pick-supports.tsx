import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { routes } from "#contract";
import { useApi } from "../../api.ts";
import { useWords } from "../../i18n.ts";
import { Answered } from "../../shared/states.tsx";
import type { Review } from "../review-frame.tsx";
import type { Finding, Synthesis } from "./replies.ts";
import { type Support, SupportEntry } from "./support-entry.tsx";
import style from "./synthesis.module.css";

type Text = Finding["finding"];
type Named = Text["supports"][number];
type Side = "supports" | "deviant";

const same = (a: Named, b: Named): boolean =>
  a.kind === "coding"
    ? b.kind === "coding" && a.id === b.id
    : a.kind === "row"
      ? b.kind === "row" && a.record === b.record && a.row === b.row
      : b.kind === "passage" &&
        a.anchor.source === b.anchor.source &&
        JSON.stringify(a.anchor.spans) === JSON.stringify(b.anchor.spans);

/** What a finding rests on and what speaks against it, taken from codings, rows and passages by search. */
export function PickSupports(props: {
  readonly review: Review;
  readonly synthesis: Synthesis;
  readonly value: Text;
  readonly onChange: (more: Partial<Text>) => void;
}) {
  const say = useWords("review-synthesis");
  const { review, synthesis, value, onChange } = props;
  const codes = new Map(synthesis.codes.map(({ id, name }) => [id, name]));
  // What was chosen here is shown as it was found; what stood before as the synthesis has it.
  const [chosen, setChosen] = useState<readonly Support[]>([]);
  const known = [
    ...chosen,
    ...synthesis.findings.flatMap(({ supports, deviant }) => [...supports, ...deviant]),
  ];
  const shownAs = (support: Named): Omit<Support, "support"> =>
    known.find((one) => same(one.support, support)) ?? {
      record:
        support.kind === "passage" ? support.anchor.record : support.kind === "row" ? support.record : null,
      title: "",
      source: null,
      page: support.kind === "passage" ? support.anchor.page : null,
      quote: support.kind === "passage" ? support.anchor.quote : "",
      withheld: false,
      codes: [],
      lost: null,
    };
  const put = (one: Support, side: Side) => {
    setChosen([...chosen, one]);
    const other: Side = side === "supports" ? "deviant" : "supports";
    onChange({
      [side]: [...value[side].filter((support) => !same(support, one.support)), one.support],
      [other]: value[other].filter((support) => !same(support, one.support)),
    });
  };
  const list = (side: Side) => (
    <fieldset className={style["form"]}>
      <legend>
        {say(side === "supports" ? "supports.title" : "deviant.title", { count: value[side].length })}
      </legend>
      {value[side].map((support, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries hold nothing of their own
        <SupportEntry key={at} one={shownAs(support)} codes={codes}>
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => onChange({ [side]: value[side].filter((_, other) => other !== at) })}
          >
            {say("detach")}
          </Button>
        </SupportEntry>
      ))}
    </fieldset>
  );
  return (
    <>
      {list("supports")}
      {list("deviant")}
      <Find
        review={review}
        synthesis={synthesis}
        codes={codes}
        isTaken={(one) => [...value.supports, ...value.deviant].some((support) => same(support, one.support))}
        onPut={put}
      />
    </>
  );
}

const kinds = ["coding", "row", "passage"] as const;

function Find(props: {
  readonly review: Review;
  readonly synthesis: Synthesis;
  readonly codes: ReadonlyMap<string, string>;
  readonly isTaken: (one: Support) => boolean;
  readonly onPut: (one: Support, side: Side) => void;
}) {
  const say = useWords("review-synthesis");
  const { review, synthesis, codes, isTaken, onPut } = props;
  const [kind, setKind] = useState<(typeof kinds)[number]>("coding");
  const [typed, setTyped] = useState("");
  const [q, setQ] = useState("");
  const [record, setRecord] = useState("");
  const [theme, setTheme] = useState("");
  const answer = useApi(
    routes.supportsToFind,
    {
      params: { id: review.id },
      query: {
        kind,
        limit: 20,
        ...(q && { q }),
        ...(record && { record }),
        ...(theme && kind === "coding" && { theme }),
      },
    },
    { keep: true },
  );
  return (
    <fieldset className={style["form"]}>
      <legend>{say("find.title")}</legend>
      <div className={style["pair"]}>
        <NativeSelect
          label={say("find.kind")}
          value={kind}
          data={kinds.map((one) => ({ value: one, label: say(`find.kind.${one}`) }))}
          onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
        />
        <NativeSelect
          label={say("find.report")}
          value={record}
          data={[
            { value: "", label: say("find.anyReport") },
            ...Object.entries(synthesis.titles).map(([one, title]) => ({
              value: one,
              label: `${one} ${title}`,
            })),
          ]}
          onChange={(event) => setRecord(event.currentTarget.value)}
        />
        {kind === "coding" && synthesis.themes.length > 0 ? (
          <NativeSelect
            label={say("find.theme")}
            value={theme}
            data={[
              { value: "", label: say("find.anyTheme") },
              ...synthesis.themes.map((one) => ({ value: one.id, label: one.theme.title })),
            ]}
            onChange={(event) => setTheme(event.currentTarget.value)}
          />
        ) : null}
        <TextInput
          type="search"
          label={say("find.words")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => setQ(typed.trim())}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            // Enter looks; it does not record the finding.
            event.preventDefault();
            setQ(typed.trim());
          }}
        />
      </div>
      <Answered answer={answer} lines={6}>
        {({ total, withheld, supports }) => (
          <>
            <p role="status" className={style["hint"]}>
              {say("find.count", { count: total, shown: supports.length })}{" "}
              {withheld > 0 ? say("find.withheld", { count: withheld }) : null}
            </p>
            {total === 0 ? <p>{say(`find.none.${kind}`)}</p> : null}
            {supports.map((one) => (
              <SupportEntry key={JSON.stringify(one.support)} one={one} codes={codes}>
                {isTaken(one) ? (
                  <span className={style["hint"]}>{say("find.taken")}</span>
                ) : (
                  <span className={style["line"]}>
                    <Button variant="default" size="compact-xs" onClick={() => onPut(one, "supports")}>
                      {say("find.for")}
                    </Button>
                    <Button variant="default" size="compact-xs" onClick={() => onPut(one, "deviant")}>
                      {say("find.against")}
                    </Button>
                  </span>
                )}
              </SupportEntry>
            ))}
          </>
        )}
      </Answered>
    </fieldset>
  );
}
