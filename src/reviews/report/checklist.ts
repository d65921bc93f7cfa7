// The PRISMA 2020 checklist, filled by looking where each item stands; what stands nowhere is listed.

import type { ReportBlock } from "#records";
import { appraisalPlan } from "../appraisal/appraisal-outcome.ts";
import { extractionPlan } from "../extraction/extraction-outcome.ts";
import { standingProtocol } from "../protocol/protocol.ts";
import type { ReviewState } from "../state.ts";
import { findings } from "../synthesis/themes.ts";
import { heading, said, tableBlock } from "./blocks.ts";
import { sectionName } from "./report-state.ts";
import type { ReportWord, SayInReport } from "./words/report-words.ts";

type Place = { readonly id: string; readonly word: ReportWord };

/** Item → where it stands in the report; null: nowhere. */
function places(state: ReviewState, say: SayInReport): readonly (Place | null)[] {
  const protocol = standingProtocol(state)?.protocol ?? null;
  const prose = (section: Parameters<typeof sectionName>[0]): boolean =>
    state.report.sections.has(sectionName(section, say.language));
  const at = (is: boolean, id: string, word: ReportWord): Place | null => (is ? { id, word } : null);
  const searches = [...state.records.searches.values()];
  const some = findings(state).length > 0;
  const judged = state.synthesis.judgements.size > 0;
  return [
    at(true, "title", "report.kind"),
    at(prose("summary"), "summary", "section.summary"),
    at(prose("introduction") || (protocol?.background ?? "") !== "", "introduction", "section.introduction"),
    at((protocol?.questions.length ?? 0) > 0, "questions", "section.questions"),
    at((protocol?.criteria.length ?? 0) > 0, "criteria", "figure.2"),
    at(searches.length > 0, "searches", "search.title"),
    at(
      searches.some(({ search }) => search.query !== null),
      "searches",
      "search.title",
    ),
    at(protocol !== null, "selection", "stage.title"),
    at(extractionPlan(state) !== null, "selection", "stage.title"),
    at(extractionPlan(state)?.definition != null, "selection", "stage.title"),
    at(appraisalPlan(state) !== null, "selection", "stage.title"),
    null,
    at((protocol?.synthesisPlan ?? "") !== "", "synthesis-plan", "synthesis.title"),
    null,
    at(judged, "findings", "section.findings"),
    at(state.records.byId.size > 0, "flow", "flow.title"),
    at(state.records.byId.size > 0, "matrix", "section.matrix"),
    at(state.appraisal.submissions.size > 0, "flow", "flow.title"),
    at(some, "passages", "section.passages"),
    at(some, "findings", "section.findings"),
    null,
    at(judged, "findings", "section.findings"),
    at(true, "limits", "section.limits"),
    at(protocol !== null, "protocol", "protocol.title"),
    null,
    null,
    at(true, "trace", "section.trace"),
  ];
}

export function checklistBlocks(state: ReviewState, say: SayInReport): readonly ReportBlock[] {
  const found = places(state, say);
  const empty = found.flatMap((place, n) => (place === null ? [n + 1] : []));
  return [
    heading(2, "checklist", say("section.checklist")),
    tableBlock("checklist-table", {
      caption: say("checklist.caption"),
      columns: [say("checklist.item"), say("checklist.place")],
      rows: found.map((place, n) => [
        [{ text: `${n + 1}. ${say(`prisma.${n + 1}` as ReportWord)}` }],
        [place ? { text: say(place.word), href: `#${place.id}` } : { text: say("checklist.empty") }],
      ]),
      figures: [],
    }),
    ...(empty.length > 0 ? [said(say("checklist.open", { list: empty.join(", ") }))] : []),
  ];
}
