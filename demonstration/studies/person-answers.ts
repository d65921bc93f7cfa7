// What the members of a simulated household answer. Schooling, place and sex move work; work moves contracts,
// earnings and membership; all of it moves what people feel. No survey of any country went into it.

import {
  between,
  clamp,
  happens,
  normal,
  orNoAnswer,
  placeOf,
  type Stream,
  step,
  streamOf,
} from "./chances.ts";
import type { Cell } from "./edition-json.ts";
import type { Member, Respondent } from "./people-frame.ts";

type Row = Record<string, Cell>;

/** What one cannot see of a household, and what the answers of its members hang on. */
type Home = {
  readonly wealth: number;
  readonly development: number;
  readonly town: number;
  readonly children: number;
};

type Person = Home & {
  readonly member: Member;
  readonly female: number;
  readonly educ: number;
  readonly status: number;
  /** How far rules reach the work: contracts, insurance, agreements. */
  readonly formal: boolean;
  readonly earnings: number;
  readonly pension: 1 | 2 | 3;
  readonly isMember: boolean;
};

export const ageGroupOf = (age: number): number =>
  [15, 25, 35, 50, 65].filter((limit) => age >= limit).length;

/** Answers of a household and of its members, in the order of the roster. */
export function answersOf(
  country: string,
  { area, household }: Respondent,
): { home: Row; members: readonly Row[] } {
  const { stratum } = area;
  const local = 0.35 * normal(streamOf(`local ${country} ${area.code}`));
  const random = streamOf(`answers ${country} ${household.name}`);
  const { members } = household;
  const home: Home = {
    development: stratum.development,
    town: stratum.urb === 1 ? 0.5 : -0.5,
    wealth: 0.6 * stratum.development + (stratum.urb === 1 ? 0.3 : -0.3) + local + 0.7 * normal(random),
    children: members.filter(({ age }) => age < 15).length,
  };
  const people = members.map((member) => personOf(random, home, member));
  const rows = people.map((person) =>
    person.member.age < 15 ? rosterOf(person) : { ...rosterOf(person), ...adultOf(random, person) },
  );
  return { home: homeAnswers(random, home, people), members: rows };
}

function personOf(random: Stream, home: Home, member: Member): Person {
  const female = member.sex === 2 ? 1 : 0;
  const { age } = member;
  const learning =
    0.5 * home.development +
    home.town * 0.9 +
    0.5 * home.wealth +
    (44 - age) / 32 -
    female * (age > 40 ? 0.55 : 0.1) +
    0.9 * normal(random);
  const educ = Math.min(age < 20 ? 2 : 3, [-1.3, 0, 1.35].filter((cut) => learning >= cut).length);
  const status = age < 15 ? 0 : statusOf(random, home, member, educ);
  const formal =
    status === 1
      ? happens(
          random,
          -0.7 +
            0.95 * (educ - 1.5) +
            0.7 * home.town +
            0.4 * home.development -
            0.3 * female +
            (age > 30 ? 0.4 : -0.3),
        )
      : status === 2
        ? happens(random, 0.2 + 0.5 * (educ - 1.5))
        : status === 3 && happens(random, -2.6 + 0.5 * (educ - 1.5));
  const level =
    5.9 +
    0.26 * educ +
    (formal ? 0.32 : 0) +
    0.16 * home.development +
    0.16 * home.town +
    0.14 * home.wealth -
    0.26 * female +
    0.012 * Math.min(age - 15, 30) +
    (status === 2 ? 0.55 : status === 3 ? -0.2 : 0) +
    0.5 * normal(random);
  const earnings = status === 4 ? 0 : status >= 1 && status <= 3 ? 10 * Math.round(Math.exp(level) / 10) : 0;
  const isInsured = formal && status !== 3 ? happens(random, 2.6) : formal && happens(random, 0.3);
  const wasInsured =
    status === 7 && age >= 60 && happens(random, -0.3 + 0.8 * (educ - 1) + 0.5 * home.town - 0.8 * female);
  const pension =
    isInsured || wasInsured
      ? 1
      : (age >= 65 && happens(random, 0.6 - 0.5 * home.wealth)) || happens(random, -4.2)
        ? 2
        : 3;
  const isMember = happens(
    random,
    (status >= 5 ? -4 : -2.9) +
      (formal ? 1.7 : 0) +
      0.25 * educ -
      0.3 * female +
      (status === 3 && home.town < 0 ? 0.9 : 0),
  );
  return { ...home, member, female, educ, status, formal, earnings, pension, isMember };
}

/** Work status by the codes of `wstat`. */
function statusOf(random: Stream, home: Home, { age, sex }: Member, educ: number): number {
  const female = sex === 2 ? 1 : 0;
  if (age < 25 && happens(random, 1.7 - 0.5 * (age - 15) + 0.5 * home.wealth + 0.4 * home.town)) return 7;
  if (age >= 60 && happens(random, -0.6 + 0.28 * (age - 62) + 0.3 * home.town)) return 7;
  const stays =
    -2.6 + female * (2.2 - 0.55 * (educ - 1) + 0.3 * Math.min(home.children, 3)) + (age > 55 ? 0.4 : 0);
  if (happens(random, stays)) return female === 1 || random() < 0.25 ? 6 : 7;
  if (
    happens(random, -2.2 + (age < 30 ? 0.9 : 0) + 0.35 * female - 0.25 * home.development + 0.4 * home.town)
  )
    return 5;
  const [employee, employer, own, family] = [
    Math.exp(0.75 + 0.55 * (educ - 1.5) + 0.9 * home.town + 0.25 * home.development - 0.1 * female),
    Math.exp(-2.5 + 0.3 * home.wealth - 0.5 * female + (age > 35 ? 0.5 : 0)),
    Math.exp(0.05 - 0.3 * (educ - 1.5) - 0.4 * home.town + (age > 30 ? 0.3 : -0.3)),
    Math.exp(-1.5 + 0.9 * female - 1.2 * home.town + (age < 30 ? 0.5 : 0)),
  ];
  return 1 + placeOf(random, [employee, employer, own, family]);
}

const rosterOf = ({ member, educ }: Person): Row => ({
  reln: member.relation,
  sex: member.sex,
  age: member.age,
  agegr: ageGroupOf(member.age),
  educ: member.age < 15 ? "" : educ,
});

function homeAnswers(random: Stream, home: Home, people: readonly Person[]): Row {
  const { wealth, town, development } = home;
  const pensions = people.map(({ pension, status }) =>
    pension === 1 && status === 7 ? 260 + 360 * random() : pension === 2 ? 140 : 0,
  );
  const earned = people.reduce((sum, { earnings }) => sum + earnings, 0);
  // Those without earnings live from others.
  const others = Math.exp((earned === 0 ? 5.3 : 4) + 0.45 * wealth + 0.7 * normal(random));
  const income = 10 * Math.round((earned + pensions.reduce((a, b) => a + b, 0) + others) / 10);
  const scale = people.reduce((sum, { member }, at) => sum + (at === 0 ? 1 : member.age < 15 ? 0.3 : 0.5), 0);
  const comfort = 1.1 * Math.log(income / scale / 260) + 0.5 * wealth;
  const told = orNoAnswer(random, income, {
    unsure: 0.015,
    refuses: 0.02 + 0.015 * clamp(comfort, 0, 3),
    codes: [-8, -9],
  });
  const isIll = random() < 0.62;
  const insured = people.some(({ pension }) => pension === 1);
  return {
    hsize: people.length,
    watr: step(random, 0.9 * wealth + 1.6 * town + 0.5 * development, [0, -1.3]),
    food: orNoAnswer(random, step(random, comfort, [-0.4, -1.9]), { unsure: 0.004, refuses: 0.004 }),
    doct: isIll
      ? orNoAnswer(random, step(random, comfort + (insured ? 0.6 : 0), [-0.1, -1.7]), { refuses: 0.006 })
      : 4,
    safe: orNoAnswer(random, step(random, 0.4 * wealth - 0.7 * town, [0.9, -0.4, -1.5]), { unsure: 0.01 }),
    hcop: orNoAnswer(
      random,
      1 +
        placeOf(random, [
          insured ? 3 : 0.3,
          Math.exp(0.7 * comfort),
          1.3,
          0.6,
          Math.exp(-0.9 * comfort - 0.8),
        ]),
      { unsure: 0.03 },
    ),
    hfai: opinion(random, 0.9 - 0.25 * wealth),
    hinc: told,
    eqinc: told === income ? Math.round(income / scale) : "",
    arrs: orNoAnswer(random, step(random, comfort + 0.3, [-0.1, -0.8]), { refuses: 0.008 }),
    svng: orNoAnswer(random, step(random, comfort, [1.4, 0.7, -0.1]), { refuses: 0.02 }),
  };
}

/** Agreement from 1 to 5, with those who cannot or will not say. */
const opinion = (random: Stream, inFavour: number): number =>
  orNoAnswer(random, step(random, inFavour, [0.9, -0.3, -0.9, -1.6]), { unsure: 0.03, refuses: 0.006 });

const unsure = (random: Stream, answer: number, chance = 0.02) =>
  orNoAnswer(random, answer, { unsure: chance });

function adultOf(random: Stream, person: Person): Row {
  const { status, educ, female, town, development, wealth, earnings } = person;
  const comfort = 0.8 * wealth + (earnings > 0 ? 0.4 * Math.log(earnings / 700) : -0.2);
  const years = [
    between(random, 0, 3),
    between(random, 4, 8),
    between(random, 9, 12),
    between(random, 13, 18),
  ][educ]!;
  const isWorking = status >= 1 && status <= 4;
  return {
    wstat: status,
    ...labourMarketOf(random, person),
    ...(isWorking && workOf(random, person)),
    ...(status === 1 && employeeOf(random, person)),
    emfai: opinion(random, status === 2 ? -0.4 : 0.9),
    jbfai: opinion(random, 0.2 + 0.8 * female + 0.2 * (educ - 1.5)),
    wkfai: opinion(random, status === 2 ? -0.3 : 0.7),
    skyrs: orNoAnswer(random, years, { unsure: 0.008, codes: [-8, -9] }),
    skned: unsure(random, step(random, 0.55 * (educ - 1.5) + 0.2 * development, [0.8, -0.3, -1.2])),
    skcop:
      1 +
      placeOf(random, [
        Math.exp(0.6 * (educ - 1.5) + 0.5 * town),
        1.2,
        0.9,
        Math.exp(-0.7 * (educ - 1.5) - 0.4),
      ]),
    skfai: opinion(random, 1 - 0.1 * wealth),
    educ: orNoAnswer(random, educ, { refuses: 0.004 }),
    inpen: orNoAnswer(random, person.pension, { unsure: 0.02, refuses: 0.004 }),
    inadq: orNoAnswer(random, step(random, comfort + 0.1, [1.6, 0.3, -0.9]), {
      unsure: 0.008,
      refuses: 0.006,
    }),
    incop: orNoAnswer(
      random,
      1 +
        placeOf(random, [
          Math.exp(0.6 * comfort),
          1.4,
          0.5,
          0.35,
          Math.exp(-0.8 * comfort - 0.6),
          Math.exp(0.9 * comfort - 0.4),
        ]),
      { refuses: 0.006 },
    ),
    infai: opinion(random, 1.2 - 0.25 * comfort),
    infce: opinion(random, -0.1 - 0.5 * comfort),
    ...voiceOf(random, person),
  };
}

const labourMarketOf = (
  random: Stream,
  { status, educ, female, town, development, children }: Person,
): Row => ({
  lminf: orNoAnswer(random, step(random, 0.45 * (educ - 1.5) + 0.7 * town + 0.4 * development, [1, -0.3]), {
    refuses: 0.003,
  }),
  lmbar: orNoAnswer(
    random,
    step(random, 1.3 - 0.6 * female - 0.2 * Math.min(children, 3) * female + 0.3 * town, [0, -0.7]),
    { unsure: 0.006, refuses: 0.004 },
  ),
  lmfnd: unsure(
    random,
    status === 5
      ? 1 + step(random, 0.3 * (educ - 1.5), [0.4, -0.3])
      : step(random, 1.9 - (status === 1 ? 0.2 : 0), [0, -0.6, -1.2]),
    0.006,
  ),
  lmper: unsure(
    random,
    step(
      random,
      0.35 * (educ - 1.5) + 0.3 * development - 0.25 * female - (status === 5 ? 0.6 : 0),
      [1.6, 0.3, -0.8],
    ),
    0.05,
  ),
  lmcop:
    1 +
    placeOf(random, [1.2 + 0.3 * educ, 1.5, 0.9 - 0.2 * female, 0.6, 0.8 + 0.5 * female, 0.35 + 0.3 * town]),
  lmfai: opinion(random, 1.1 - (status === 2 ? 0.7 : 0)),
});

/** Of all who work. */
function workOf(random: Stream, person: Person): Row {
  const { status, educ, female, town, formal, earnings, member } = person;
  const most = Math.max(0, member.age - 15);
  const tenure = Math.min(most, Math.round(-Math.log(1 - random()) * (formal ? 9 : status === 1 ? 4 : 8)));
  const hasCommittee = happens(random, status === 1 ? (formal ? 0.3 : -2.2) : -2.8);
  const risk = -2.3 + 0.45 * (1 - female) - 0.3 * (educ - 1.5) - (hasCommittee ? 0.4 : 0) - 0.4 * town;
  const isHurt = happens(random, risk);
  const hours = clamp(
    Math.round(45 - (formal ? 2 : 0) - 5 * female - (status === 4 ? 8 : 0) + 9 * normal(random)),
    4,
    90,
  );
  const isTrained = happens(random, -2 + (formal ? 1.1 : 0) + 0.45 * (educ - 1.5) - 0.15 * female);
  const paid = status === 4 ? 0 : earnings;
  return {
    emten: orNoAnswer(random, tenure, { unsure: 0.006, codes: [-8, -9] }),
    emper: unsure(
      random,
      step(random, 0.3 + (formal ? 0.7 : -0.2) + 0.02 * tenure - 0.1 * female, [1, -0.2, -1.2]),
      0.03,
    ),
    jbctl: unsure(
      random,
      step(random, status === 1 ? -0.5 + 0.35 * (educ - 1.5) : status === 4 ? -0.6 : 1, [0.6, -0.6]),
      0.006,
    ),
    jbprm: happens(random, -1.4 + (formal ? 0.6 : 0) + 0.3 * (educ - 1.5) - 0.35 * female) ? 1 : 2,
    jbdis: orNoAnswer(random, happens(random, -2.4 + 0.7 * female - (formal ? 0.2 : 0)) ? 2 : 1, {
      unsure: 0.006,
      refuses: 0.006,
    }),
    jbper: unsure(
      random,
      step(
        random,
        (formal ? 0.3 : -0.2) + 0.25 * (educ - 1.5) - 0.25 * female + (32 - member.age) / 50,
        [1.2, 0.1, -1],
      ),
      0.03,
    ),
    jbcop: 1 + placeOf(random, [1 + (formal ? 0.8 : 0), 0.8, 0.9, 0.5]),
    wkcom: orNoAnswer(random, hasCommittee ? 1 : 2, { unsure: 0.04 }),
    wkeqp: unsure(random, step(random, (formal ? 0.7 : -0.4) + (hasCommittee ? 0.5 : 0), [0.5, -0.7])),
    wkacc: orNoAnswer(random, isHurt ? 2 : 1, { refuses: 0.004 }),
    wkhrs: orNoAnswer(random, hours, { unsure: 0.006, codes: [-8, -9] }),
    wkper: unsure(
      random,
      step(random, 0.4 + 0.3 * female + 0.2 * (educ - 1.5) - (isHurt ? 0.9 : 0), [1, -0.4, -1.5]),
      0.01,
    ),
    wkcop: unsure(
      random,
      1 +
        placeOf(random, [
          formal && status === 1 ? 1.6 : 0.2,
          formal ? 1.4 : 0.1,
          0.5 + 0.1 * educ,
          1.5,
          formal ? 0.2 : 1,
        ]),
    ),
    sktrn: orNoAnswer(random, isTrained ? (happens(random, formal ? 1.2 : -0.8) ? 1 : 2) : 3, {
      refuses: 0.003,
    }),
    skuse: unsure(random, step(random, 0.3 * (educ - 1.5) + (formal ? 0.4 : 0), [0.3, -0.9]), 0.01),
    insic: orNoAnswer(
      random,
      status === 1 && happens(random, formal ? 1.9 : -2)
        ? 1
        : status !== 1 && happens(random, formal ? -0.6 : -3.4)
          ? 1
          : 2,
      { unsure: 0.03 },
    ),
    earn: orNoAnswer(random, paid, {
      unsure: 0.012,
      refuses: 0.03 + (paid > 1500 ? 0.03 : 0),
      codes: [-8, -9],
    }),
    inreg: unsure(random, step(random, formal ? 1.2 : status === 1 ? 0 : -0.7, [0.1, -0.9]), 0.01),
  };
}

/** Of employees alone. */
function employeeOf(random: Stream, { educ, formal, isMember, member }: Person): Row {
  const contract = formal
    ? happens(random, 0.9 + (member.age > 30 ? 0.5 : -0.5))
      ? 1
      : 2
    : happens(random, -1.8)
      ? 2
      : happens(random, 0.5)
        ? 3
        : 4;
  const knows = contract <= 2 ? 0.03 : 0.1;
  return {
    emctr: orNoAnswer(random, contract, { unsure: 0.01, refuses: 0.005 }),
    emnot: unsure(random, step(random, contract === 1 ? 1.3 : contract === 2 ? 0.2 : -1, [0.5, -0.5]), knows),
    emins: unsure(random, formal && happens(random, 2.8) ? 1 : 2, knows),
    emcop:
      1 + placeOf(random, [isMember ? 3 : 0.3, 0.4 + 0.3 * educ + (formal ? 0.5 : 0), 1, formal ? 0.5 : 1.6]),
    jbdes: unsure(random, happens(random, formal ? 0.8 : -2.3) ? 1 : 2, 0.015),
    rpagr: unsure(random, happens(random, isMember ? 1.5 : formal ? -0.5 : -3.2) ? 1 : 2, 0.06),
  };
}

const voiceOf = (random: Stream, { educ, isMember, formal, town, female }: Person): Row => ({
  rpkno: isMember || happens(random, -0.9 + 0.45 * (educ - 1.5) + (formal ? 0.7 : 0) - 0.25 * female) ? 1 : 2,
  rpmtg: orNoAnswer(random, step(random, -0.7 + (isMember ? 1.3 : 0) - 0.4 * town - 0.2 * female, [1.1, 0]), {
    refuses: 0.003,
  }),
  rpmem: orNoAnswer(random, isMember ? 1 : 2, { refuses: 0.004 }),
  rptru: orNoAnswer(random, step(random, isMember ? 0.7 : -0.3, [1.2, 0.1, -0.8]), {
    unsure: 0.06,
    refuses: 0.004,
  }),
  rpcop: orNoAnswer(random, 1 + placeOf(random, [isMember ? 3 : 0.35, 0.5, 1.3, 1]), { unsure: 0.02 }),
  rpfai: opinion(random, 0.7 + (isMember ? 0.6 : 0)),
});
