// A second, small survey: three towns of Dalmere, ages 15 to 64, one person of a household. What it shares with
// the survey of Alvane it asks in the same words; who was asked, and where, is not the same.

import { between, streamOf } from "./chances.ts";
import type { Cell, FileDeclaration } from "./edition-json.ts";
import { answer, type Item, itemsOf, text, type Universe } from "./items.ts";
import { ageGroups, sexes } from "./people-answers.data.ts";
import { type Census, type Stratum, sampleFrom } from "./people-frame.ts";
import { peopleItems } from "./people-questions.data.ts";
import { ageGroupOf, answersOf } from "./person-answers.ts";

export const townCountry = "XAD";

export const townStrata: readonly Stratum[] = [
  { code: 1, region: 1, urb: 1, development: -0.2, areas: 90 },
  { code: 2, region: 2, urb: 1, development: -0.55, areas: 52 },
  { code: 3, region: 3, urb: 1, development: -0.8, areas: 44 },
];
export const towns = ["Dalmouth", "Kestrin", "Porvane"];

const everybody: Universe = {
  text: text(
    "Persons aged 15 to 64 in the three towns",
    "Personnes de 15 à 64 ans des trois villes",
    "Personas de 15 a 64 años de las tres ciudades",
    "Pessoas de 15 a 64 anos das três cidades",
  ),
  relevant: [],
};
const workers: Universe = {
  text: text(
    "Persons aged 15 to 64 in the three towns who work",
    "Personnes de 15 à 64 ans des trois villes qui travaillent",
    "Personas de 15 a 64 años de las tres ciudades que trabajan",
    "Pessoas de 15 a 64 anos das três cidades que trabalham",
  ),
  relevant: [{ of: "wstat", test: "<= 4" }],
};
const employees: Universe = {
  text: text(
    "Employees aged 15 to 64 in the three towns",
    "Salariés de 15 à 64 ans des trois villes",
    "Asalariados de 15 a 64 años de las tres ciudades",
    "Assalariados de 15 a 64 anos das três cidades",
  ),
  relevant: [{ of: "wstat", test: "= 1" }],
};

const who = itemsOf("persons");

const own: readonly Item[] = [
  who.made("pid", "identifier", everybody, text("Person", "Personne", "Persona", "Pessoa")),
  who.made("town", "categorical", everybody, text("Town", "Ville", "Ciudad", "Cidade"), {
    concept: "region",
    forTables: true,
    answers: towns.map((name, at) => answer(`${at + 1}`, name, name, name, name)),
  }),
  who.made(
    "ea",
    "design",
    everybody,
    text("Enumeration area", "Zone de dénombrement", "Área de empadronamiento", "Setor censitário"),
  ),
  who.made(
    "neas",
    "design",
    everybody,
    text(
      "Enumeration areas in the town",
      "Zones de dénombrement dans la ville",
      "Áreas de empadronamiento en la ciudad",
      "Setores censitários na cidade",
    ),
  ),
  who.made(
    "nhhs",
    "design",
    everybody,
    text(
      "Households in the enumeration area",
      "Ménages dans la zone de dénombrement",
      "Hogares en el área de empadronamiento",
      "Domicílios no setor censitário",
    ),
  ),
  who.made(
    "pweight",
    "weight",
    everybody,
    text(
      "Weight of the person",
      "Poids de la personne",
      "Factor de expansión de la persona",
      "Peso da pessoa",
    ),
    {
      note: text(
        "Weight of the household times its members aged 15 to 64, of whom one was asked.",
        "Poids du ménage multiplié par ses membres de 15 à 64 ans, dont un a été interrogé.",
        "Factor del hogar multiplicado por sus miembros de 15 a 64 años, de los que se entrevistó a uno.",
        "Peso do domicílio multiplicado por seus membros de 15 a 64 anos, dos quais um foi entrevistado.",
      ),
    },
  ),
  who.choice(
    "sex",
    everybody,
    null,
    text("Sex", "Sexe", "Sexo", "Sexo"),
    text(
      "Is this person male or female?",
      "Cette personne est-elle de sexe masculin ou féminin ?",
      "¿Esta persona es de sexo masculino o femenino?",
      "Esta pessoa é do sexo masculino ou feminino?",
    ),
    sexes,
    { concept: "sex", forTables: true },
  ),
  who.number(
    "age",
    everybody,
    null,
    text("Age", "Âge", "Edad", "Idade"),
    text(
      "How old was this person at the last birthday?",
      "Quel âge cette personne avait-elle à son dernier anniversaire ?",
      "¿Cuántos años cumplió esta persona en su último cumpleaños?",
      "Quantos anos esta pessoa completou no último aniversário?",
    ),
    "years",
  ),
  who.made(
    "agegr",
    "categorical",
    everybody,
    text("Age group", "Groupe d’âge", "Grupo de edad", "Grupo de idade"),
    {
      concept: "age-group",
      forTables: true,
      answers: ageGroups.filter(({ code }) => code !== "0" && code !== "5"),
    },
  ),
];

/** Asked in the words of the survey of Alvane. */
const shared = [
  "educ",
  "wstat",
  "emctr",
  "emins",
  "emper",
  "sktrn",
  "inpen",
  "insic",
  "inreg",
  "inadq",
  "rpkno",
  "rpmem",
];

/** Of accidents it asked for three years, not for twelve months: the answers cannot be put together. */
const accidents = text(
  "In the last three years, were you injured at work or made ill by it?",
  "Au cours des trois dernières années, avez-vous été blessé au travail ou rendu malade par lui ?",
  "En los últimos tres años, ¿se lesionó en el trabajo o enfermó por él?",
  "Nos últimos três anos, você se feriu no trabalho ou adoeceu por causa dele?",
);

function asked(name: string): Item {
  const item = peopleItems.find((each) => each.name === name && each.file === "persons")!;
  const [first] = item.universe.relevant;
  const universe = first?.of !== "wstat" ? everybody : first.test === "= 1" ? employees : workers;
  return { ...item, universe };
}

export const townItems: readonly Item[] = [
  ...own,
  ...shared.map(asked),
  { ...asked("wkacc"), question: accidents },
  { ...asked("earn"), unit: "marks a month" },
];

export function townRows() {
  const sample = sampleFrom(townCountry, townStrata, { areas: [8, 8], households: [10, 11], refusal: -2.1 });
  const persons: Record<string, Cell>[] = [];
  for (const respondent of sample.respondents) {
    const { area, household, weight } = respondent;
    const eligible = household.members.flatMap(({ age }, at) => (age >= 15 && age <= 64 ? [at] : []));
    if (eligible.length === 0) continue;
    const random = streamOf(`chosen ${townCountry} ${household.name}`);
    const chosen = eligible[between(random, 0, eligible.length - 1)]!;
    const answers = answersOf(townCountry, respondent).members[chosen]!;
    const { age } = household.members[chosen]!;
    // Three years hold more accidents than one.
    const wasHurt = answers["wkacc"] === 1 && random() < 0.18;
    persons.push({
      ...answers,
      ...(wasHurt && { wkacc: 2 }),
      pid: persons.length + 1,
      town: area.stratum.code,
      ea: area.code,
      neas: area.stratum.areas,
      nhhs: area.households,
      pweight: Number((weight * eligible.length).toFixed(3)),
      agegr: ageGroupOf(age),
    });
  }
  return { persons, sample };
}

export const townFiles = (census: Census): readonly FileDeclaration[] => {
  const inAge = ({ age }: { readonly age: number }) => age >= 15 && age <= 64;
  const source = "Census of Dalmere, 2023 (simulated)";
  const count = (sex: number) => census.members((member) => inAge(member) && member.sex === sex);
  return [
    {
      name: "persons",
      unit: "person",
      file: "persons.csv",
      key: ["pid"],
      parent: null,
      design: { clusters: ["ea", "pid"], strata: ["town", null], weights: "pweight", fpc: ["neas", "nhhs"] },
      knownTotals: [
        { label: "Men aged 15 to 64 in the three towns", where: { sex: "1" }, total: count(1), source },
        { label: "Women aged 15 to 64 in the three towns", where: { sex: "2" }, total: count(2), source },
      ],
    },
  ];
};
