// Answers and groups of people that several questions of the People's Security Surveys share.

import { type Answer, answer, doesNotKnow, named, refused, text, type Universe } from "./items.ts";

export const everyHousehold: Universe = {
  text: text("All households", "Tous les ménages", "Todos los hogares", "Todos os domicílios"),
  relevant: [],
};
export const everybody: Universe = {
  text: text(
    "All members of the household",
    "Tous les membres du ménage",
    "Todos los miembros del hogar",
    "Todos os membros do domicílio",
  ),
  relevant: [],
};
export const adults: Universe = {
  text: text(
    "Persons aged 15 and over",
    "Personnes de 15 ans et plus",
    "Personas de 15 años y más",
    "Pessoas de 15 anos ou mais",
  ),
  relevant: [{ of: "age", test: ">= 15" }],
};
export const workers: Universe = {
  text: text(
    "Persons aged 15 and over who work",
    "Personnes de 15 ans et plus qui travaillent",
    "Personas de 15 años y más que trabajan",
    "Pessoas de 15 anos ou mais que trabalham",
  ),
  relevant: [{ of: "wstat", test: "<= 4" }],
};
export const employees: Universe = {
  text: text(
    "Employees aged 15 and over",
    "Salariés de 15 ans et plus",
    "Asalariados de 15 años y más",
    "Assalariados de 15 anos ou mais",
  ),
  relevant: [{ of: "wstat", test: "= 1" }],
};

const yes = answer("1", "Yes", "Oui", "Sí", "Sim");
const no = answer("2", "No", "Non", "No", "Não");
export const yesNo: readonly Answer[] = [yes, no];
export const yesNoUnsure: readonly Answer[] = [yes, no, doesNotKnow()];

export const agreement: readonly Answer[] = [
  answer("1", "Agrees strongly", "Tout à fait d’accord", "Muy de acuerdo", "Concorda totalmente"),
  answer("2", "Agrees", "D’accord", "De acuerdo", "Concorda"),
  answer("3", "Neither", "Ni l’un ni l’autre", "Ni de acuerdo ni en desacuerdo", "Nem concorda nem discorda"),
  answer("4", "Disagrees", "Pas d’accord", "En desacuerdo", "Discorda"),
  answer("5", "Disagrees strongly", "Pas du tout d’accord", "Muy en desacuerdo", "Discorda totalmente"),
  doesNotKnow(),
  refused(),
];

export const regions: readonly Answer[] = [
  "Alvessa",
  "Brennor",
  "Cailou",
  "Dorvan",
  "Elmery",
  "Fenlow",
  "Garrine",
  "Holdren",
  "Isvale",
  "Jorune",
].map((name, at) => named(`${at + 1}`, name));

export const ageGroups: readonly Answer[] = [
  answer("0", "0 to 14", "0 à 14 ans", "0 a 14 años", "0 a 14 anos"),
  answer("1", "15 to 24", "15 à 24 ans", "15 a 24 años", "15 a 24 anos"),
  answer("2", "25 to 34", "25 à 34 ans", "25 a 34 años", "25 a 34 anos"),
  answer("3", "35 to 49", "35 à 49 ans", "35 a 49 años", "35 a 49 anos"),
  answer("4", "50 to 64", "50 à 64 ans", "50 a 64 años", "50 a 64 anos"),
  answer("5", "65 and over", "65 ans et plus", "65 años y más", "65 anos ou mais"),
];

export const sexes: readonly Answer[] = [
  answer("1", "Male", "Masculin", "Masculino", "Masculino"),
  answer("2", "Female", "Féminin", "Femenino", "Feminino"),
];
