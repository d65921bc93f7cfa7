import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { ReportSection } from "#records";
import { useLanguage, useWords } from "../../i18n.ts";
import { ProblemList } from "../../shared/problem-list.tsx";
import type { Review } from "../review-frame.tsx";
import { useActs } from "../use-acts.ts";
import style from "./report.module.css";
import type { Report } from "./report-answer.ts";

/** Prose of one section in the language of the page, and for each sentence what it rests on. */
export function SectionEditor(props: {
  readonly review: Review;
  readonly report: Report;
  readonly section: ReportSection;
}) {
  const say = useWords("review-report");
  const language = useLanguage();
  const { review, report, section } = props;
  const written = report.sections.find((one) => one.section === section);
  const [text, setText] = useState(written?.text ?? "");
  const acts = useActs(review.id);
  const name = say(`section.${section}`);
  const save = (event: FormEvent) => {
    event.preventDefault();
    void acts.record({ kind: "report.section-written", section, language, text });
  };
  return (
    <form onSubmit={save} className={style["editor"]} data-print="hide">
      <Textarea
        label={say("write.label", { section: name, language: say(`language.${language}`) })}
        description={say("write.note")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={4}
      />
      {report.citable.length > 0 ? (
        <details>
          <summary>{say("write.cite")}</summary>
          <ul>
            {report.citable.map((one) => (
              <li key={one.id}>
                <Button variant="default" size="compact-sm" onClick={() => setText(`${text} [${one.id}]`)}>
                  {`[${one.id}]`}
                </Button>{" "}
                {one.text}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <ProblemList problems={acts.problems} />
      <Button type="submit" variant="default" loading={acts.running}>
        {say("write.save", { section: name })}
      </Button>
      {written?.sentences.some(({ supported, view }) => !supported || view) ? (
        <ul>
          {written.sentences
            .filter(({ supported, view }) => !supported || view)
            .map(({ sentence, view }) => (
              <li key={sentence}>
                {sentence}{" "}
                <Button
                  variant="default"
                  size="compact-sm"
                  loading={acts.running}
                  onClick={() =>
                    acts.record({
                      kind: "report.marked-as-view",
                      section,
                      language,
                      sentence,
                      marked: !view,
                    })
                  }
                >
                  {say(view ? "view.unmark" : "view.mark")}
                </Button>
              </li>
            ))}
        </ul>
      ) : null}
    </form>
  );
}
