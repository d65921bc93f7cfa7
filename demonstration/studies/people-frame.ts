// The frame of a simulated survey of people: strata, enumeration areas, households with their members. All
// households exist, so that a census can be taken of them; only those drawn are asked.

import { between, happens, normal, type Stream, sampleOf, streamOf } from "./chances.ts";

export type Member = {
  readonly relation: 1 | 2 | 3 | 4;
  /** 1 male, 2 female. */
  readonly sex: 1 | 2;
  readonly age: number;
};
export type Household = { readonly name: string; readonly members: readonly Member[] };

/** A stratum of the frame: a region, town or country, and how well off it is. */
export type Stratum = {
  readonly code: number;
  readonly region: number;
  /** 1 urban, 2 rural. */
  readonly urb: 1 | 2;
  readonly development: number;
  readonly areas: number;
};
export type Area = { readonly code: number; readonly stratum: Stratum; readonly households: number };

const areasOf = (country: string, stratum: Stratum): readonly Area[] =>
  Array.from({ length: stratum.areas }, (_, at) => {
    const code = stratum.code * 1000 + at + 1;
    return { code, stratum, households: between(streamOf(`area ${country} ${code}`), 70, 130) };
  });

const other = (sex: 1 | 2): 1 | 2 => (sex === 1 ? 2 : 1);

/** The households of an area; a first generation, its children, now and then somebody else. */
export function householdsOf(country: string, area: Area): readonly Household[] {
  const random = streamOf(`households ${country} ${area.code}`);
  const { urb, development } = area.stratum;
  return Array.from({ length: area.households }, (_, at) => ({
    name: `${area.code}${`${at + 1}`.padStart(3, "0")}`,
    members: membersOf(random, urb, development),
  }));
}

function membersOf(random: Stream, urb: 1 | 2, development: number): readonly Member[] {
  const age = Math.floor(21 + 58 * random() ** 1.35);
  const isCouple = happens(random, age < 26 ? 0.1 : age > 66 ? 0 : 1.2);
  const sex = happens(random, isCouple ? 1.6 : -0.5) ? 1 : 2;
  const members: Member[] = [{ relation: 1, sex, age }];
  if (isCouple) {
    const gap = Math.round((sex === 1 ? -3 : 3) + 3 * normal(random));
    members.push({ relation: 2, sex: other(sex), age: Math.max(18, age + gap) });
  }
  const births = Math.max(
    0,
    Math.round((isCouple ? 3.1 : 1.5) + (urb - 1.5) * 0.7 - 0.5 * development + 1.2 * normal(random)),
  );
  for (let child = 0; child < births; child++) {
    const childAge = age - between(random, 19, 38);
    const isHome = childAge >= 0 && (childAge < 17 || happens(random, 1.6 - 0.22 * (childAge - 17)));
    const childSex = random() < 0.512 ? 1 : 2;
    if (isHome) members.push({ relation: 3, sex: childSex, age: childAge });
  }
  if (happens(random, -1.3 + (urb - 1.5) * 0.5)) {
    const isParent = random() < 0.5 && age < 60;
    const itsAge = isParent ? age + between(random, 20, 30) : between(random, 5, 60);
    members.push({ relation: 4, sex: random() < 0.42 ? 1 : 2, age: itsAge });
  }
  return members;
}

export type Census = {
  readonly households: number;
  /** Members by their sex and by whether they live in towns. */
  readonly members: (holds: (member: Member, stratum: Stratum) => boolean) => number;
};

/** Everybody of the frame, counted. */
export function censusOf(country: string, strata: readonly Stratum[]): Census {
  const all = strata.flatMap((stratum) =>
    areasOf(country, stratum).map((area) => ({ stratum, homes: householdsOf(country, area) })),
  );
  return {
    households: all.reduce((sum, { homes }) => sum + homes.length, 0),
    members: (holds) => {
      let count = 0;
      for (const { stratum, homes } of all)
        for (const { members } of homes) for (const member of members) if (holds(member, stratum)) count++;
      return count;
    },
  };
}

/** A household that answered, with the weight that its selection and the answers in its stratum give. */
export type Respondent = {
  readonly area: Area;
  readonly household: Household;
  readonly weight: number;
};
export type Sample = {
  readonly respondents: readonly Respondent[];
  /** Households drawn. */
  readonly drawn: number;
};

/**
 * Areas drawn at random in each stratum, households at random in each area. Some cannot be reached or refuse;
 * those that answer of the stratum stand for them.
 *
 * @param areas, households how many are drawn, from and to
 * @param refusal log-odds that a household does not answer, of a stratum in the middle
 */
export function sampleFrom(
  country: string,
  strata: readonly Stratum[],
  {
    areas,
    households,
    refusal,
  }: { areas: readonly [number, number]; households: readonly [number, number]; refusal: number },
): Sample {
  const respondents: Respondent[] = [];
  let drawn = 0;
  for (const stratum of strata) {
    const random = streamOf(`sample ${country} ${stratum.code}`);
    const frame = areasOf(country, stratum);
    const chosen = sampleOf(random, frame, between(random, ...areas));
    const asked = chosen.flatMap((area) => {
      const size = between(random, ...households);
      const weight = (frame.length / chosen.length) * (area.households / size);
      const homes = sampleOf(random, householdsOf(country, area), size);
      // Two of an area always answer, so that each area can tell how its households differ.
      return homes.map((household, at) => ({
        area,
        household,
        weight,
        answers:
          at < 2 || !happens(random, refusal + (stratum.urb === 1 ? 0.3 : -0.3) + 0.25 * stratum.development),
      }));
    });
    drawn += asked.length;
    const weightOf = (list: readonly { readonly weight: number }[]) =>
      list.reduce((sum, { weight }) => sum + weight, 0);
    const answering = asked.filter(({ answers }) => answers);
    const factor = weightOf(asked) / weightOf(answering);
    for (const { area, household, weight } of answering)
      respondents.push({ area, household, weight: Number((weight * factor).toFixed(3)) });
  }
  return { respondents, drawn };
}
