// How the review was made, from its records: the annex of methods.

import type { ReportBlock } from "#records";
import { standingProtocol } from "../protocol/protocol.ts";
import { stageAgreement } from "../screening/agreement.ts";
import { planOf, usedStages } from "../screening/outcome.ts";
import type { ReviewState } from "../state.ts";
import { cells, heading, inLanguage, said, tableBlock } from "./blocks.ts";
import { reviewFlow } from "./flow.ts";
import { flowPicture } from "./flow-picture.ts";
import { faultSentence, flowTable } from "./flow-words.ts";
import { criteriaTable } from "./selection-figures.ts";
import type { SayInReport } from "./words/report-words.ts";

export function methodBlocks(state: ReviewState, say: SayInReport): readonly ReportBlock[] {
  return [
    ...protocolBlocks(state, say),
    ...searchBlocks(state, say),
    ...stageBlocks(state, say),
    ...agreementBlocks(state, say),
    ...flowBlocks(state, say),
  ];
}

function protocolBlocks(state: ReviewState, say: SayInReport): readonly ReportBlock[] {
  const { versions, actsUnder } = state.protocol;
  const title = heading(3, "protocol", say("protocol.title"));
  if (versions.length === 0) return [title, said(say("protocol.missing"))];
  return [
    title,
    tableBlock("protocol-versions", {
      caption: say("protocol.title"),
      columns: [say("protocol.version"), say("protocol.date"), say("protocol.reason"), say("protocol.acts")],
      rows: versions.map(({ version, at, reason, protocol }) => {
        const acts = [...(actsUnder.get(version)?.values() ?? [])].reduce((sum, one) => sum + one, 0);
        return cells(
          say.number(version),
          say.date(at),
          reason === null ? say("protocol.first") : inLanguage(reason, protocol.language, say.language),
          say.number(acts),
        );
      }),
      figures: [3],
    }),
    tableBlock("criteria", criteriaTable(state, say)),
  ];
}

function searchBlocks(state: ReviewState, say: SayInReport): readonly ReportBlock[] {
  const searches = [...state.records.searches.values()];
  if (searches.length === 0) return [];
  const brought = (id: string) =>
    [...state.records.byId.values()].filter(({ record }) => record.search === id).length;
  const isSplitKnown = [...state.records.byId.values()].every(({ record }) => record.search !== null);
  return [
    heading(3, "searches", say("search.title")),
    tableBlock("searches-table", {
      caption: say("search.title"),
      columns: [
        say("search.name"),
        say("search.query"),
        say("search.date"),
        say("search.hits"),
        say("search.records"),
      ],
      rows: searches.map(({ search }) =>
        cells(
          search.name,
          search.query ?? say("notStated"),
          say.date(search.date),
          say.number(search.hits),
          say.number(isSplitKnown || brought(search.id) > 0 ? brought(search.id) : null),
        ),
      ),
      figures: [3, 4],
    }),
  ];
}

function stageBlocks(state: ReviewState, say: SayInReport): readonly ReportBlock[] {
  const protocol = standingProtocol(state)?.protocol;
  if (!protocol) return [];
  const lines = [
    ...usedStages(state).map((stage) => {
      const plan = planOf(state, stage);
      return say(`stage.${stage}`, {
        n: plan?.reviewers ?? 1,
        blind: say(plan?.blind ? "yes" : "no"),
      });
    }),
    ...(protocol.appraisal
      ? [
          say("stage.appraisal", {
            name: protocol.appraisal.instrument,
            version: protocol.appraisal.version,
            n: protocol.appraisal.appraisers,
          }),
        ]
      : []),
    ...(protocol.extraction
      ? [
          say("stage.extraction", {
            name: protocol.extraction.form,
            version: protocol.extraction.version,
            n: protocol.extraction.extractors,
          }),
        ]
      : []),
    ...(protocol.coding
      ? [say("stage.coding", { n: protocol.coding.coders, frame: protocol.coding.frame })]
      : []),
    say(`stage.unit.${protocol.unit}`),
  ];
  return [
    heading(3, "selection", say("stage.title")),
    { kind: "list", items: lines.map((text) => [{ text }]) },
    ...(protocol.synthesisPlan === ""
      ? []
      : [
          heading(3, "synthesis-plan", say("synthesis.title")),
          said(inLanguage(protocol.synthesisPlan, protocol.language, say.language)),
        ]),
  ];
}

function agreementBlocks(state: ReviewState, say: SayInReport): readonly ReportBlock[] {
  const rows = usedStages(state).flatMap((stage) => {
    const found = stageAgreement(state, stage, { replicates: 0 });
    if (!found.ok || found.value.raters.length < 2) return [];
    const { records, summary } = found.value;
    const percent = summary.percent.value;
    return [
      cells(
        say(`stage.name.${stage}`),
        say.number(records),
        say.number(percent === null ? null : percent * 100, 1),
        say.number(summary.cohen.value, 3),
        say.number(summary.alpha.value, 3),
        say.number(summary.gwet.value, 3),
      ),
    ];
  });
  const title = heading(3, "agreement", say("agreement.title"));
  if (rows.length === 0) return [title, said(say("agreement.none"))];
  return [
    title,
    tableBlock("agreement-table", {
      caption: say("agreement.title"),
      columns: [
        say("agreement.stage"),
        say("agreement.records"),
        say("agreement.percent"),
        say("agreement.kappa"),
        say("agreement.alpha"),
        say("agreement.gwet"),
      ],
      rows,
      figures: [1, 2, 3, 4, 5],
    }),
  ];
}

function flowBlocks(state: ReviewState, say: SayInReport): readonly ReportBlock[] {
  const flow = reviewFlow(state);
  const picture = flowPicture(state, flow, say);
  const table = flowTable(state, flow, say);
  return [
    heading(3, "flow", say("flow.title")),
    ...(picture
      ? [{ kind: "figure", id: "figure-flow", caption: say("figure.flow"), picture, table } as const]
      : [...flow.faults.map((fault) => said(faultSentence(fault))), tableBlock("flow-table", table)]),
  ];
}
