import type { CallReply, routes } from "#contract";
import type { Criterion } from "#records";
import { useWords } from "../../i18n.ts";
import { markedParts } from "./marked-terms.ts";
import style from "./screening.module.css";

export type ShownRecord = CallReply<typeof routes.screenedRecord>["record"];

/** A text with the words of the criteria marked, told apart by line and by name, not by colour alone. */
function Marked(props: {
  readonly text: string;
  readonly criteria: readonly Criterion[];
  readonly on: boolean;
}) {
  const say = useWords("review-screening");
  if (!props.on) return <>{props.text}</>;
  return (
    <>
      {markedParts(props.text, props.criteria).map(({ text, column }, i) =>
        column === null ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, never reordered
          <mark key={i} data-column={column} title={say(`marked.${column}`)}>
            {text}
          </mark>
        ),
      )}
    </>
  );
}

/** One record as it is decided on. */
export function RecordCard(props: {
  readonly record: ShownRecord;
  readonly criteria: readonly Criterion[];
  readonly marks: boolean;
  readonly duplicates?: number;
}) {
  const say = useWords("review-screening");
  const { record, criteria, marks } = props;
  const language = record.language ?? undefined;
  const facts = [
    record.authors.slice(0, 6).join("; ") + (record.authors.length > 6 ? " …" : ""),
    record.year === null ? say("noYear") : String(record.year),
    record.container ?? "",
    record.foreignId ?? "",
  ].filter(Boolean);
  return (
    <div className={style["record"]}>
      <p className={style["facts"]}>
        <strong>{record.id}</strong> · {facts.join(" · ")}
      </p>
      <h2 lang={language} className={style["title"]}>
        <Marked text={record.title || say("noTitle")} criteria={criteria} on={marks} />
      </h2>
      {record.abstract ? (
        <p lang={language} className={style["abstract"]}>
          <Marked text={record.abstract} criteria={criteria} on={marks} />
        </p>
      ) : (
        <p className={style["missing"]}>{say("noAbstract")}</p>
      )}
      {record.keywords.length > 0 ? (
        <p className={style["facts"]}>
          {say("keywords")}: <Marked text={record.keywords.join("; ")} criteria={criteria} on={marks} />
        </p>
      ) : null}
      <ul className={style["links"]}>
        {record.doi ? (
          <li>
            <a href={`https://doi.org/${record.doi}`} rel="noreferrer">
              {`DOI ${record.doi}`}
            </a>
          </li>
        ) : null}
        {record.urls
          .filter((url) => /^https?:\/\//.test(url) && URL.canParse(url))
          .slice(0, 3)
          .map((url) => (
            <li key={url}>
              <a href={url} rel="noreferrer">
                {say("source")} {new URL(url).hostname}
              </a>
            </li>
          ))}
        {record.evaluation ? (
          <li>
            <a href={`/evidence/evaluations/${encodeURIComponent(record.evaluation)}`}>{say("inRegistry")}</a>
          </li>
        ) : null}
        {record.document ? (
          <li>
            <a href={`/evidence/reports/${record.document}`}>{say("readReport")}</a>
          </li>
        ) : null}
        {props.duplicates ? <li>{say("withDuplicates", { count: props.duplicates })}</li> : null}
        {record.earlier ? <li>{say("fromEarlier", { review: record.earlier.review })}</li> : null}
        {record.edits > 0 ? <li>{say("mended", { count: record.edits })}</li> : null}
      </ul>
    </div>
  );
}
