// Establishments of a simulated frame, what their managers answer, and the sheet of workers. Size, owner and
// sector move how orderly an establishment is and whether workers have a voice; both move the answers.

import { between, clamp, happens, normal, orNoAnswer, placeOf, step, streamOf } from "./chances.ts";
import type { Cell } from "./edition-json.ts";

type Row = Record<string, Cell>;

export type EnterpriseStratum = {
  readonly code: number;
  readonly sector: number;
  readonly size: 1 | 2 | 3;
  readonly establishments: number;
};

export type Establishment = {
  readonly stratum: EnterpriseStratum;
  readonly name: string;
  readonly workers: number;
  /** Share of women, in per cent. */
  readonly women: number;
  readonly owner: number;
  /** How orderly it is run. */
  readonly order: number;
  readonly voice: number;
};

/** By sector: women in per cent, danger, pay, order. */
const sectors = [
  { women: 38, danger: 0.5, pay: 0.05, order: 0.1 },
  { women: 11, danger: 1, pay: 0, order: -0.4 },
  { women: 50, danger: -0.2, pay: -0.12, order: -0.3 },
  { women: 36, danger: 0.3, pay: -0.08, order: -0.2 },
  { women: 49, danger: -0.9, pay: 0.35, order: 0.4 },
  { women: 70, danger: -0.5, pay: 0.12, order: 0.4 },
];
const limits = { 1: [10, 49], 2: [50, 249], 3: [250, 900] } as const;

export function establishmentOf(stratum: EnterpriseStratum, at: number): Establishment {
  const name = `${stratum.code}-${at + 1}`;
  const random = streamOf(`establishment ${name}`);
  const [least, most] = limits[stratum.size];
  const sector = sectors[stratum.sector - 1]!;
  const owner =
    1 +
    placeOf(random, stratum.sector === 6 ? [1, 0.1, 1.6, 0.2] : [3.2, 0.2 + 0.3 * stratum.size, 0.25, 0.15]);
  const order =
    sector.order +
    0.45 * (stratum.size - 1.6) +
    (owner === 2 ? 0.4 : owner === 3 ? 0.35 : 0) +
    0.7 * normal(random);
  return {
    stratum,
    name,
    workers: Math.floor(least + (most - least + 1) * random() ** 2.2),
    women: Math.round(clamp(sector.women + 13 * normal(random), 1, 97)),
    owner,
    order,
    voice:
      0.7 * (stratum.size - 1.9) +
      (owner === 3 ? 1 : owner === 4 ? 1.4 : 0) +
      0.35 * order +
      0.8 * normal(random),
  };
}

const percent = (x: number) => Math.round(clamp(x, 0, 100));

/** Answers of the manager. */
export function managerOf(firm: Establishment): Row {
  const random = streamOf(`manager ${firm.name}`);
  const { order, voice, women, workers, owner, stratum } = firm;
  const { danger, pay } = sectors[stratum.sector - 1]!;
  const opinion = (inFavour: number) =>
    orNoAnswer(random, step(random, inFavour, [1, -0.1, -0.7, -1.6]), { unsure: 0.03, refuses: 0.015 });
  const unsure = (answer: number, chance = 0.03) =>
    orNoAnswer(random, answer, { unsure: chance, codes: [-8, -9] });
  const regular = percent(72 + 13 * order + 5 * voice + 15 * normal(random));
  const temporary = percent((100 - regular) * (0.35 + 0.5 * random()));
  const training = [1.1, 0.5, -0.2].map((ease) => step(random, 0.85 * order + ease - 0.4, [0.9, -0.5]));
  const trains = training.some((how) => how <= 2);
  const trained = trains ? percent(14 + 11 * order + 10 * random() ** 2 * 3) : 0;
  const fair = 0.55 * order + 0.3 * voice;
  const average =
    10 *
    Math.round(Math.exp(6.75 + pay + 0.14 * order + 0.1 * (stratum.size - 2) + 0.2 * normal(random)) / 10);
  const lowest =
    10 * Math.round((average * clamp(0.5 + 0.06 * fair + 0.07 * normal(random), 0.22, 0.9)) / 10);
  const tells = random() >= 0.05;
  const hasUnion = happens(random, -0.7 + 1.5 * voice);
  const agreement = hasUnion ? step(random, 0.8 + 0.3 * voice, [0.3, -0.7]) : happens(random, -2.8) ? 2 : 3;
  const members = hasUnion
    ? percent(28 + 13 * voice + 12 * normal(random))
    : happens(random, -1.5)
      ? between(random, 1, 8)
      : 0;
  const hasCommittee = happens(random, -0.7 + 0.8 * order + 0.7 * voice + 0.4 * danger);
  const accidents = Math.max(
    0,
    2.4 + 1.3 * danger - 0.5 * order - (hasCommittee ? 0.5 : 0) + 1.1 * normal(random),
  );
  const growth = step(random, 0.2 + 0.25 * order, [0.6, -0.7]);
  return {
    own: owner,
    nemp: workers,
    pwom: women,
    lmadv: step(random, 0.6 * order, [0.3, -1]),
    rpref: orNoAnswer(
      random,
      happens(random, 0.4 + 0.6 * order) ? 1 : happens(random, (45 - women) / 14) ? 2 : 3,
      { refuses: 0.012 },
    ),
    pdis: unsure(Math.round(clamp(0.8 + 0.8 * order + 1.1 * normal(random), 0, 9))),
    empch: growth,
    lmdif: orNoAnswer(random, step(random, 0.1 + 0.3 * order, [1.4, 0.2, -0.9]), { unsure: 0.03 }),
    lmfai: opinion(0.2 + 0.2 * order),
    ectr: step(random, 0.7 + 0.8 * order, [0.2, -1.2]),
    enot: orNoAnswer(random, step(random, 0.3 + 0.6 * order + 0.4 * voice, [0.3, -0.8]), { refuses: 0.012 }),
    preg: regular,
    ptmp: temporary,
    pagy: 100 - regular - temporary,
    turn: unsure(percent(17 - 4 * order - 2 * voice + 6 * normal(random))),
    subc: 1 + placeOf(random, [1.4, 1 + (stratum.sector === 2 ? 1.5 : 0), stratum.sector === 2 ? 0.7 : 0.2]),
    eper: orNoAnswer(random, clamp(growth + placeOf(random, [0.3, 1, 0.3]) - 1, 1, 3), { unsure: 0.05 }),
    ecop: 1 + placeOf(random, [1 + 0.5 * clamp(voice, 0, 2), 0.4 + 0.4 * clamp(order, 0, 2), 0.8, 1.2, 0.9]),
    efai: opinion(0.2 + 0.3 * voice),
    eqpol: happens(random, -0.8 + 0.9 * order) ? 1 : 2,
    jrot: step(random, 0.25 * order, [0.9, -0.5]),
    jprm: step(random, 0.3 + 0.35 * order, [0.5, -1]),
    pwsk: unsure(percent(women * clamp(0.62 + 0.1 * order, 0.2, 1.1) + 6 * normal(random))),
    jper: step(random, 0.3 * order + (women - 40) / 60, [0.4, -1.1]),
    scom: hasCommittee ? 1 : 2,
    sdep: happens(random, -0.6 + 0.9 * (stratum.size - 1) + 0.6 * order) ? 1 : 2,
    sins: step(random, 0.5 * order + (hasCommittee ? 0.6 : -0.3), [0.2, -0.9]),
    accr: orNoAnswer(random, Number(accidents.toFixed(1)), { refuses: 0.02, codes: [-8, -9] }),
    wtim: 1 + placeOf(random, [1.4, 0.6 + (stratum.sector === 1 || stratum.sector === 6 ? 0.6 : 0), 0.5]),
    wkpe: step(random, 0.7 - 0.5 * danger, [0.9, -0.4, -1.5]),
    tent: training[0]!,
    tper: training[1]!,
    tupg: training[2]!,
    tpay: trains ? step(random, 0.3 + 0.5 * order + 0.3 * voice, [0.2, -0.9]) : "",
    ptrn: trained,
    pwtr:
      trained === 0 ? "" : unsure(percent(women * clamp(0.8 + 0.1 * order, 0.3, 1.15) + 8 * normal(random))),
    tobs: 1 + placeOf(random, [1.6, 1.2, 0.9, 0.6, 0.5 + 0.4 * clamp(order, 0, 2)]),
    pays: happens(random, -0.3 + 0.8 * order + 0.5 * voice) ? 1 : 2,
    psys: 1 + placeOf(random, [1.5, 0.9 + 0.3 * clamp(order, 0, 2), stratum.sector <= 2 ? 0.8 : 0.2]),
    ben: regular === 100 ? "" : step(random, fair, [0.5, -0.7]),
    late: orNoAnswer(random, step(random, 1.4 + 0.6 * order, [0.2, -0.6]), { refuses: 0.015 }),
    avgp: tells ? average : -9,
    lowp: tells ? lowest : -9,
    lowr: tells ? Math.round((100 * lowest) / average) : "",
    ifai: opinion(0.1 + 0.2 * voice),
    unio: hasUnion ? 1 : 2,
    join: step(random, 0.7 * voice - 0.3 + (hasUnion ? 0.4 : -0.4), [0.5, 0]),
    cagr: agreement,
    psha: step(random, (owner === 4 ? 1.6 : -0.9) + 0.3 * order, [1, 0.1]),
    puni: unsure(members, 0.04),
    rper: orNoAnswer(random, step(random, hasUnion ? 0.3 : -0.4, [0.8, -0.5]), { unsure: 0.05 }),
  };
}

/** The worker of a line of the sheet. */
export function workerOf(firm: Establishment, manager: Row, line: number): Row {
  const random = streamOf(`worker ${firm.name} ${line}`);
  const { order, voice, stratum } = firm;
  const { danger } = sectors[stratum.sector - 1]!;
  const female = random() * 100 < firm.women ? 1 : 0;
  const age = 1 + placeOf(random, [1, 2, 2.6, 1.3]);
  const skill = 0.3 * order - 0.35 * female + (stratum.sector >= 5 ? 0.5 : 0) + 0.7 * normal(random);
  const post = skill > 0.85 ? 1 : skill > -0.45 ? 2 : 3;
  const chance = random() * 100;
  const { preg, ptmp, ptrn, puni, avgp } = manager as Record<string, number>;
  const contract = chance < preg! ? 1 : chance < preg! + ptmp! ? 2 : 3;
  const isSecure = contract === 1 ? 0.6 : -0.6;
  const tenure = Math.min(
    [6, 15, 30, 42][age - 1]!,
    Math.round(-Math.log(1 - random()) * (contract === 1 ? 7 : 2)),
  );
  const base = avgp! > 0 ? avgp! : 900;
  const level =
    Math.log(base) +
    (post === 1 ? 0.5 : post === 2 ? 0 : -0.3) -
    0.15 * female -
    (contract === 1 ? 0 : 0.18) +
    0.01 * Math.min(tenure, 20) +
    0.18 * normal(random) -
    0.05;
  const isMember = happens(
    random,
    puni! > 0 ? Math.log((puni! + 1) / (101 - puni!)) + (contract === 1 ? 0.3 : -1.2) : -6,
  );
  const pay = 10 * Math.round(Math.exp(level) / 10);
  return {
    sex: female + 1,
    agew: age,
    occ: post,
    cont: contract,
    wins: orNoAnswer(random, happens(random, 0.9 + 0.9 * order + 2 * isSecure) ? 1 : 2, { unsure: 0.02 }),
    tenu: tenure,
    wsec: orNoAnswer(random, step(random, 0.2 + isSecure + 0.2 * voice, [1, -0.2, -1.2]), { unsure: 0.03 }),
    prom: happens(
      random,
      -1.7 + (tenure > 3 ? 0.7 : -0.6) + (post === 3 ? -0.6 : 0.3) - 0.4 * female + 0.3 * order,
    )
      ? 1
      : 2,
    injr: orNoAnswer(
      random,
      happens(random, -3 + 0.7 * danger + (post === 3 ? 0.6 : 0) - 0.3 * order - 0.2 * female) ? 2 : 1,
      { refuses: 0.004 },
    ),
    hrs: clamp(Math.round(42 - 3 * female + (post === 1 ? 2 : 0) - order + 5 * normal(random)), 8, 80),
    trnd: happens(
      random,
      Math.log((ptrn! + 1) / (101 - ptrn!)) + (post === 3 ? -0.5 : 0.2) - 0.25 * female + 0.5 * isSecure,
    )
      ? 1
      : 2,
    pay: orNoAnswer(random, pay, { refuses: 0.03, codes: [-8, -9] }),
    wfai: orNoAnswer(
      random,
      step(random, (level - 6.7) * 0.8 + 0.2 * voice - 0.2 * female, [1.2, 0, -0.5, -1.4]),
      { unsure: 0.02, refuses: 0.008 },
    ),
    wmem: orNoAnswer(random, isMember ? 1 : 2, { refuses: 0.008 }),
    wvoi: orNoAnswer(
      random,
      step(random, 0.6 * voice + (post === 1 ? 0.6 : -0.1) + 0.2 * isSecure, [0.7, -0.5]),
      { unsure: 0.012 },
    ),
  };
}
