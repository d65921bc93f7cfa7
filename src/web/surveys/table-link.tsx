import { Link } from "@tanstack/react-router";
import { useWords } from "../i18n.ts";
import type { StudyVariable } from "./answers.ts";

/** What is measured first of a variable; null of those that are never tabulated. */
export const firstStatistic = (variable: StudyVariable): "share" | "mean" | null =>
  variable.kind === "categorical" ? "share" : variable.kind === "numeric" ? "mean" : null;

/** Leads to a table of a variable, or says why there is none. */
export function TableLink({
  study,
  variable,
  edition,
  mayAll = false,
}: {
  readonly study: string;
  readonly variable: StudyVariable;
  readonly edition?: number | undefined;
  /** Whether the reader may have the rows, and so tables of everything. */
  readonly mayAll?: boolean;
}) {
  const say = useWords("surveys");
  const statistic = firstStatistic(variable);
  if (statistic === null) return <span>{say(`never.${variable.kind}`)}</span>;
  if (statistic === "share" && !variable.forTables && !mayAll) return <span>{say("notOpened")}</span>;
  return (
    <Link
      to="/surveys/$id/table"
      params={{ id: study }}
      search={{
        file: variable.file,
        variable: variable.name,
        ...(statistic === "mean" && { statistic }),
        ...(edition !== undefined && { edition }),
      }}
    >
      {say("to.table")}
    </Link>
  );
}
