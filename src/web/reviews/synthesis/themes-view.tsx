import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { routes } from "#contract";
import { themeKinds } from "#records";
import { useApi } from "../../api.ts";
import { useLanguage, useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import { StateLink } from "../../shared/state-link.tsx";
import { Answered, EmptyState } from "../../shared/states.tsx";
import type { Review } from "../review-frame.tsx";
import { newKey, useActs } from "../use-acts.ts";
import type { Synthesis } from "./replies.ts";
import { sentenceIn } from "./sentence-in.ts";
import { SupportEntry } from "./support-entry.tsx";
import style from "./synthesis.module.css";

type Theme = Synthesis["themes"][number];
type Both = { readonly review: Review; readonly synthesis: Synthesis };

/** The tree of themes: what each gathers, which findings name it, and how it is made, filled and moved. */
export function ThemesView({ review, synthesis, open }: Both & { readonly open: string | undefined }) {
  const say = useWords("review-synthesis");
  const { themes, mayWrite, unit } = synthesis;
  return (
    <>
      {themes.length === 0 ? (
        <EmptyState what={say("noThemes")} how={say(mayWrite ? "noThemesHow" : "noThemesOthers")} />
      ) : (
        <ul className={style["plain"]}>
          {themes.map((one) => (
            <li key={one.id} className={style["entry"]}>
              <StateLink
                search={(former) => ({ ...former, theme: one.id === open ? undefined : one.id })}
                current={one.id === open}
              >
                {`${"– ".repeat(one.depth)}${one.theme.title}`}
              </StateLink>
              <p className={style["hint"]}>
                {say(`themeKind.${one.theme.kind}`)} ·{" "}
                {say("counts", {
                  count: one.passages,
                  units:
                    unit === "project"
                      ? say("projects", { count: one.units })
                      : say("reports", { count: one.units }),
                })}
              </p>
              {one.theme.text ? <p>{one.theme.text}</p> : null}
              {one.id === open ? <OpenTheme review={review} synthesis={synthesis} theme={one} /> : null}
            </li>
          ))}
        </ul>
      )}
      {mayWrite ? (
        <details open={themes.length === 0}>
          <summary>{say("newTheme")}</summary>
          <ThemeForm review={review} synthesis={synthesis} theme={null} />
        </details>
      ) : null}
    </>
  );
}

function OpenTheme({ review, synthesis, theme }: Both & { readonly theme: Theme }) {
  const say = useWords("review-synthesis");
  const language = useLanguage();
  const codes = new Map(synthesis.codes.map(({ id, name }) => [id, name]));
  const answer = useApi(
    routes.themePassages,
    { params: { id: review.id, theme: theme.id }, query: { limit: 100 } },
    { keep: true },
  );
  return (
    <div className={style["panel"]}>
      <Answered answer={answer} lines={6}>
        {({ total, passages, findings }) => (
          <>
            <p>
              {findings.length === 0 ? (
                say("themeNoFinding")
              ) : (
                <StateLink search={() => ({ theme: theme.id })}>
                  {say("themeFindings", { count: findings.length })}
                </StateLink>
              )}
            </p>
            <ul>
              {findings.map((id) => {
                const finding = synthesis.findings.find((one) => one.id === id);
                return finding ? <li key={id}>{sentenceIn(finding.finding.text, language).text}</li> : null;
              })}
            </ul>
            <details>
              <summary>{say("themePassages", { count: total })}</summary>
              {passages.map((one) => (
                <SupportEntry key={JSON.stringify(one.support)} one={one} codes={codes} />
              ))}
            </details>
          </>
        )}
      </Answered>
      {synthesis.mayWrite ? (
        <>
          <Fill key={theme.codes.join()} review={review} synthesis={synthesis} theme={theme} />
          <details>
            <summary>{say("changeTheme")}</summary>
            <ThemeForm review={review} synthesis={synthesis} theme={theme} />
          </details>
        </>
      ) : null}
    </div>
  );
}

/** Which codes a theme gathers, with all they carry. */
function Fill({ review, synthesis, theme }: Both & { readonly theme: Theme }) {
  const say = useWords("review-synthesis");
  const acts = useActs(review.id);
  const [codes, setCodes] = useState<readonly string[]>(theme.codes);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void acts.record({ kind: "theme.filled", id: theme.id, codes: [...codes], codings: theme.codings });
  };
  if (synthesis.codes.length === 0) return <p className={style["hint"]}>{say("noCodes")}</p>;
  return (
    <details>
      <summary>{say("fill", { count: theme.codes.length })}</summary>
      <form onSubmit={send} className={style["form"]}>
        <fieldset className={style["boxes"]}>
          <legend>{say("fillLegend")}</legend>
          {synthesis.codes.map(({ id, name, depth }) => (
            <Checkbox
              key={id}
              label={`${"– ".repeat(depth)}${name}`}
              checked={codes.includes(id)}
              onChange={(event) =>
                setCodes(event.currentTarget.checked ? [...codes, id] : codes.filter((one) => one !== id))
              }
            />
          ))}
        </fieldset>
        <Button type="submit" loading={acts.running}>
          {say("fillSave")}
        </Button>
        <ProblemList problems={acts.problems} />
      </form>
    </details>
  );
}

function ThemeForm({ review, synthesis, theme }: Both & { readonly theme: Theme | null }) {
  const say = useWords("review-synthesis");
  const acts = useActs(review.id);
  const [title, setTitle] = useState(theme?.theme.title ?? "");
  const [text, setText] = useState(theme?.theme.text ?? "");
  const [kind, setKind] = useState<Theme["theme"]["kind"]>(theme?.theme.kind ?? "descriptive");
  const [parent, setParent] = useState(theme?.parent ?? "");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const words = { kind, title, text };
    if (theme === null) {
      const done = await acts.record({
        kind: "theme.defined",
        id: newKey(),
        parent: parent || null,
        theme: words,
      });
      if (done) {
        setTitle("");
        setText("");
      }
      return;
    }
    const below = synthesis.themes.filter((one) => one.parent === (parent || null)).length;
    await acts.record(
      { kind: "theme.changed", id: theme.id, theme: words },
      ...(parent === (theme.parent ?? "")
        ? []
        : [{ kind: "theme.moved" as const, id: theme.id, parent: parent || null, position: below }]),
    );
  };
  return (
    <form onSubmit={send} className={style["form"]}>
      <TextInput
        label={say("themeTitle")}
        value={title}
        required
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={say("themeText")}
        value={text}
        autosize
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NativeSelect
        label={say("themeKindLabel")}
        value={kind}
        data={themeKinds.map((one) => ({ value: one, label: say(`themeKind.${one}`) }))}
        onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
      />
      <NativeSelect
        label={say("themeParent")}
        value={parent}
        data={[
          { value: "", label: say("themeTop") },
          ...synthesis.themes
            .filter(({ id }) => id !== theme?.id)
            .map((one) => ({ value: one.id, label: one.theme.title })),
        ]}
        onChange={(event) => setParent(event.currentTarget.value)}
      />
      <Button type="submit" loading={acts.running}>
        {say(theme === null ? "themeMake" : "themeSave")}
      </Button>
      {theme === null ? null : (
        <Button
          variant="default"
          loading={acts.running}
          onClick={() => void acts.record({ kind: "theme.removed", id: theme.id })}
        >
          {say("themeRemove")}
        </Button>
      )}
      <ProblemList problems={acts.problems} />
    </form>
  );
}
