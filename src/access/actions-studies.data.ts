import type { ActionRule } from "./action-rule.ts";

/** The survey catalogue, tables on demand, the rows behind them. */
export const studyActions = {
  "study.read": {
    allowed: "everyone",
    does: "read about studies, their questionnaires and their variables",
    because: "Who was asked what, and how they were drawn, is for every reader of a figure.",
  },
  "study.tabulate": {
    allowed: "everyone",
    does: "ask for tables over the data of a study",
    because:
      "Tables show groups; cells of too few persons or enterprises are withheld, and what would give them back with them.",
  },
  "study.microdata": {
    allowed: "everyone",
    does: "have the rows of a study",
    because: "The tier of the study says who: answers were given under a promise.",
  },
  "study.change": {
    allowed: ["analyst", "custodian", "manager", "administrator"],
    does: "describe studies and bring their files, dictionaries and designs",
    because: "Every estimate rests on what is declared here.",
  },
  "study.publish": {
    allowed: ["custodian", "manager", "administrator"],
    does: "publish an edition of a study, and withdraw it",
    because: "Those who keep the promise given to the persons asked say when data may be used.",
  },
} as const satisfies Readonly<Record<string, ActionRule>>;
