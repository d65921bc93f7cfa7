import { useWords } from "../i18n.ts";
import lists from "../shared/lists.module.css";

/** Of figures from a study, as parts of a list of facts: what was noted of them, what to know before use. */
export function NotesAndCaveats({
  notes,
  caveats,
}: {
  readonly notes: readonly string[];
  /** In the words of whoever published the study. */
  readonly caveats: readonly string[];
}) {
  const say = useWords("survey-tables");
  return (
    <>
      {notes.length === 0 ? null : (
        <>
          <dt>{say("about.notes")}</dt>
          <dd>
            <ul className={lists["plain"]}>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {caveats.length === 0 ? null : (
        <>
          <dt>{say("about.caveats")}</dt>
          <dd>
            <ul className={lists["plain"]}>
              {caveats.map((caveat) => (
                <li key={caveat} lang="en">
                  {caveat}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </>
  );
}
