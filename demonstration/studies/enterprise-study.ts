// The simulated Enterprise Labour Flexibility and Security Survey of Alvane: establishments by sector and size,
// and a sheet of some of their workers.

import { happens, sampleOf, streamOf } from "./chances.ts";
import type { Cell, FileDeclaration } from "./edition-json.ts";
import { type EnterpriseStratum, establishmentOf, managerOf, workerOf } from "./enterprise-answers.ts";

export const enterpriseStudyId = "XAA_2024_ELFS_v01_M";

/** Establishments of the frame by sector, of the three sizes. */
const frame: readonly (readonly [number, number, number])[] = [
  [640, 210, 48],
  [410, 96, 30],
  [880, 130, 32],
  [520, 110, 31],
  [390, 102, 36],
  [460, 160, 44],
];
/** Drawn of each size: of the large ones most. */
const drawn = [36, 34, 26];
const linesOnSheet = 9;

export const enterpriseStrata: readonly EnterpriseStratum[] = frame.flatMap((sizes, at) =>
  sizes.map((establishments, size) => ({
    code: 10 * (at + 1) + size + 1,
    sector: at + 1,
    size: (size + 1) as 1 | 2 | 3,
    establishments,
  })),
);

const all = (stratum: EnterpriseStratum) =>
  Array.from({ length: stratum.establishments }, (_, at) => establishmentOf(stratum, at));

export function enterpriseRows() {
  const establishments: Record<string, Cell>[] = [];
  const workers: Record<string, Cell>[] = [];
  let asked = 0;
  for (const stratum of enterpriseStrata) {
    const random = streamOf(`sample of establishments ${stratum.code}`);
    const chosen = sampleOf(random, all(stratum), drawn[stratum.size - 1]!);
    asked += chosen.length;
    const answering = chosen.filter(({ order }) => happens(random, 1.7 + 0.3 * order));
    const weight = Number((stratum.establishments / answering.length).toFixed(3));
    for (const firm of answering) {
      const manager = managerOf(firm);
      const eid = establishments.length + 1;
      establishments.push({
        eid,
        sector: stratum.sector,
        size: stratum.size,
        stratum: stratum.code,
        nest: stratum.establishments,
        eweight: weight,
        ...manager,
      });
      const lines = Math.min(firm.workers, linesOnSheet);
      const workerWeight = Number(((weight * firm.workers) / lines).toFixed(3));
      for (let line = 1; line <= lines; line++)
        workers.push({ eid, wid: line, wweight: workerWeight, ...workerOf(firm, manager, line) });
    }
  }
  return { establishments, workers, asked };
}

export function enterpriseFiles(): readonly FileDeclaration[] {
  const firms = enterpriseStrata.flatMap(all);
  const source = "Register of establishments of Alvane, 2024 (simulated)";
  const sum = (holds: (sector: number) => boolean) =>
    firms.filter(({ stratum }) => holds(stratum.sector)).reduce((total, { workers }) => total + workers, 0);
  const women = firms.reduce((total, firm) => total + (firm.workers * firm.women) / 100, 0);
  return [
    {
      name: "establishments",
      unit: "establishment",
      file: "establishments.csv",
      key: ["eid"],
      parent: null,
      design: { clusters: ["eid"], strata: ["stratum"], weights: "eweight", fpc: ["nest"] },
      knownTotals: [
        { label: "Establishments with 10 workers or more", where: {}, total: firms.length, source },
        {
          label: "Establishments with 250 workers or more",
          where: { size: "3" },
          total: firms.filter(({ stratum }) => stratum.size === 3).length,
          source,
        },
      ],
    },
    {
      name: "workers",
      unit: "worker",
      file: "workers.csv",
      key: ["eid", "wid"],
      parent: { file: "establishments", by: ["eid"] },
      design: {
        clusters: ["eid", "wid"],
        strata: ["stratum", null],
        weights: "wweight",
        fpc: ["nest", "nemp"],
      },
      knownTotals: [
        { label: "Workers", where: {}, total: sum(() => true), source },
        { label: "Women among the workers", where: { sex: "2" }, total: Math.round(women), source },
        {
          label: "Workers in manufacturing",
          where: { sector: "1" },
          total: sum((sector) => sector === 1),
          source,
        },
      ],
    },
  ];
}
