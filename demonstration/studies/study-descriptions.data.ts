// What is said of each simulated study before any row is read.

import type { Localised } from "#kernel";
import type { AnalysisUnit, CoverageClass, MicrodataTier, StudyKind } from "#records";
import { text } from "./items.ts";

export type Description = {
  readonly id: string;
  readonly kind: StudyKind;
  readonly series: "PSS" | "ELFS";
  readonly title: Localised;
  readonly abstract: Localised;
  readonly area: string;
  readonly year: number;
  readonly universe: {
    readonly text: Localised;
    readonly ages: { readonly from: number | null; readonly to: number | null } | null;
  };
  readonly coverage: {
    readonly class: CoverageClass;
    readonly places: readonly string[];
    readonly note: Localised | null;
  };
  readonly analysisUnits: readonly AnalysisUnit[];
  readonly procedure: Localised;
  readonly overSampling: Localised | null;
  readonly mode: Localised;
  readonly collection: { readonly from: string; readonly to: string };
  readonly weighting: Localised;
  readonly microdata: MicrodataTier;
  readonly caveats: readonly string[];
};

const faceToFace = text(
  "Face to face, on a tablet",
  "En face à face, sur tablette",
  "Cara a cara, con tableta",
  "Presencial, com tablet",
);

const simulated =
  "Simulated: a program made every answer. No person, household or establishment was asked, and no survey of any country went into it.";

export const peopleDescription: Description = {
  id: "XAA_2024_PSS_v01_M",
  kind: "people",
  series: "PSS",
  title: text(
    "Simulated People’s Security Survey of Alvane, 2024",
    "Enquête simulée sur la sécurité des personnes, Alvane, 2024",
    "Encuesta simulada sobre la seguridad de las personas, Alvane, 2024",
    "Pesquisa simulada sobre a segurança das pessoas, Alvane, 2024",
  ),
  abstract: text(
    "Households and their members in an invented country: basic security and the seven forms of work-related security, each as it is, as it is felt, as people cope and as they find it fair. Made by a program to show the way from answers to tables and indexes.",
    "Ménages et leurs membres dans un pays inventé : sécurité élémentaire et les sept formes de sécurité liées au travail, telles qu’elles sont, ressenties, affrontées et jugées justes. Produite par un programme pour montrer le chemin des réponses aux tableaux et aux indices.",
    "Hogares y sus miembros en un país inventado: seguridad básica y las siete formas de seguridad relacionadas con el trabajo, tal como son, se perciben, se afrontan y se juzgan justas. Hecha por un programa para mostrar el camino de las respuestas a los cuadros e índices.",
    "Domicílios e seus membros em um país inventado: segurança básica e as sete formas de segurança ligadas ao trabalho, como são, como são sentidas, enfrentadas e julgadas justas. Feita por um programa para mostrar o caminho das respostas às tabelas e aos índices.",
  ),
  area: "XAA",
  year: 2024,
  universe: {
    text: text(
      "Households of Alvane and all their members; questions on work and security to members aged 15 and over",
      "Ménages d’Alvane et tous leurs membres ; questions sur le travail et la sécurité aux membres de 15 ans et plus",
      "Hogares de Alvane y todos sus miembros; preguntas sobre trabajo y seguridad a los miembros de 15 años y más",
      "Domicílios de Alvane e todos os seus membros; perguntas sobre trabalho e segurança aos membros de 15 anos ou mais",
    ),
    ages: { from: 15, to: null },
  },
  coverage: { class: "national", places: [], note: null },
  analysisUnits: ["household", "person"],
  procedure: text(
    "Two stages in 19 strata, ten regions by town and country (the capital has no country): 10 to 12 enumeration areas at random in each stratum, 9 or 10 households at random in each area, all members of a household.",
    "Deux degrés dans 19 strates, dix régions par milieu urbain et rural (la capitale n’a pas de milieu rural) : 10 à 12 zones de dénombrement au hasard par strate, 9 ou 10 ménages au hasard par zone, tous les membres du ménage.",
    "Dos etapas en 19 estratos, diez regiones por zona urbana y rural (la capital no tiene zona rural): de 10 a 12 áreas al azar en cada estrato, 9 o 10 hogares al azar en cada área, todos los miembros del hogar.",
    "Dois estágios em 19 estratos, dez regiões por situação urbana e rural (a capital não tem área rural): 10 a 12 setores ao acaso em cada estrato, 9 ou 10 domicílios ao acaso em cada setor, todos os membros do domicílio.",
  ),
  overSampling: text(
    "Strata have about the same number of areas; small ones are over-represented, which the weights undo.",
    "Les strates ont à peu près le même nombre de zones ; les petites sont surreprésentées, ce que les poids corrigent.",
    "Los estratos tienen aproximadamente el mismo número de áreas; los pequeños están sobrerrepresentados, lo que corrigen los factores.",
    "Os estratos têm aproximadamente o mesmo número de setores; os pequenos estão sobrerrepresentados, o que os pesos corrigem.",
  ),
  mode: faceToFace,
  collection: { from: "2024-03-04", to: "2024-05-31" },
  weighting: text(
    "Inverse of the probability of selection of both stages, raised in each stratum by the weights of the households that did not answer. Not fitted to the census.",
    "Inverse de la probabilité de sélection des deux degrés, relevé dans chaque strate des poids des ménages qui n’ont pas répondu. Pas de calage sur le recensement.",
    "Inverso de la probabilidad de selección de las dos etapas, aumentado en cada estrato con los factores de los hogares que no respondieron. Sin ajuste al censo.",
    "Inverso da probabilidade de seleção dos dois estágios, aumentado em cada estrato com os pesos dos domicílios que não responderam. Sem ajuste ao censo.",
  ),
  microdata: "restricted",
  caveats: [
    simulated,
    "All members aged 15 and over answer for themselves, as they rarely would.",
    "Members who never work for pay have no earnings; helpers in a business of the family have 0.",
  ],
};

export const townDescription: Description = {
  id: "XAD_2023_PSS_v01_M",
  kind: "people",
  series: "PSS",
  title: text(
    "Simulated People’s Security Survey of three towns of Dalmere, 2023",
    "Enquête simulée sur la sécurité des personnes dans trois villes de Dalmere, 2023",
    "Encuesta simulada sobre la seguridad de las personas en tres ciudades de Dalmere, 2023",
    "Pesquisa simulada sobre a segurança das pessoas em três cidades de Dalmere, 2023",
  ),
  abstract: text(
    "A small survey of people aged 15 to 64 in three towns of another invented country. It shares questions with the survey of Alvane, reaches other people, and asks of accidents over three years: what may be put together and what may not.",
    "Petite enquête auprès des 15 à 64 ans dans trois villes d’un autre pays inventé. Elle partage des questions avec l’enquête d’Alvane, atteint d’autres personnes et interroge sur les accidents de trois années : ce que l’on peut réunir et ce que l’on ne peut pas.",
    "Encuesta pequeña de personas de 15 a 64 años en tres ciudades de otro país inventado. Comparte preguntas con la de Alvane, alcanza a otras personas y pregunta por los accidentes de tres años: qué se puede reunir y qué no.",
    "Pequena pesquisa com pessoas de 15 a 64 anos em três cidades de outro país inventado. Compartilha perguntas com a de Alvane, alcança outras pessoas e pergunta sobre os acidentes de três anos: o que se pode reunir e o que não se pode.",
  ),
  area: "XAD",
  year: 2023,
  universe: {
    text: text(
      "Persons aged 15 to 64 in private households of Dalmouth, Kestrin and Porvane",
      "Personnes de 15 à 64 ans des ménages de Dalmouth, Kestrin et Porvane",
      "Personas de 15 a 64 años de los hogares de Dalmouth, Kestrin y Porvane",
      "Pessoas de 15 a 64 anos dos domicílios de Dalmouth, Kestrin e Porvane",
    ),
    ages: { from: 15, to: 64 },
  },
  coverage: {
    class: "urban",
    places: ["Dalmouth", "Kestrin", "Porvane"],
    note: text(
      "Three towns; says nothing of other towns or of the country.",
      "Trois villes ; ne dit rien des autres villes ni des campagnes.",
      "Tres ciudades; no dice nada de otras ciudades ni del campo.",
      "Três cidades; nada diz de outras cidades nem do campo.",
    ),
  },
  analysisUnits: ["person"],
  procedure: text(
    "In each town 8 enumeration areas at random, 10 or 11 households at random in each, one member aged 15 to 64 at random.",
    "Dans chaque ville 8 zones au hasard, 10 ou 11 ménages au hasard dans chacune, un membre de 15 à 64 ans au hasard.",
    "En cada ciudad 8 áreas al azar, 10 u 11 hogares al azar en cada una, un miembro de 15 a 64 años al azar.",
    "Em cada cidade 8 setores ao acaso, 10 ou 11 domicílios ao acaso em cada um, um membro de 15 a 64 anos ao acaso.",
  ),
  overSampling: null,
  mode: faceToFace,
  collection: { from: "2023-09-11", to: "2023-10-20" },
  weighting: text(
    "Weight of the household, adjusted for those that did not answer, times its members aged 15 to 64.",
    "Poids du ménage, ajusté pour ceux qui n’ont pas répondu, multiplié par ses membres de 15 à 64 ans.",
    "Factor del hogar, ajustado por los que no respondieron, multiplicado por sus miembros de 15 a 64 años.",
    "Peso do domicílio, ajustado pelos que não responderam, multiplicado por seus membros de 15 a 64 anos.",
  ),
  microdata: "public",
  caveats: [
    simulated,
    "Three towns only: not to be compared with national samples, nor ranked beside them.",
    "The choice of one member of a household is not shown in the design; errors are a little too small where households are large.",
  ],
};

export const enterpriseDescription: Description = {
  id: "XAA_2024_ELFS_v01_M",
  kind: "enterprise",
  series: "ELFS",
  title: text(
    "Simulated Enterprise Labour Flexibility and Security Survey of Alvane, 2024",
    "Enquête simulée sur la flexibilité et la sécurité du travail dans les entreprises, Alvane, 2024",
    "Encuesta simulada sobre flexibilidad y seguridad laboral en las empresas, Alvane, 2024",
    "Pesquisa simulada sobre flexibilidade e segurança do trabalho nas empresas, Alvane, 2024",
  ),
  abstract: text(
    "Establishments with ten workers or more in an invented country, and a sheet of some of their workers: recruitment, contracts, flexibility, safety, training, pay and voice. Made by a program to show enterprise indexes and the steps of the Human Development Enterprise.",
    "Établissements de dix travailleurs ou plus d’un pays inventé et feuille de quelques-uns de leurs travailleurs : embauche, contrats, flexibilité, sécurité, formation, salaires et représentation. Produite par un programme pour montrer les indices d’entreprise et les degrés de l’entreprise de développement humain.",
    "Establecimientos con diez trabajadores o más de un país inventado y una hoja de algunos de sus trabajadores: contratación, contratos, flexibilidad, seguridad, formación, salarios y voz. Hecha por un programa para mostrar los índices de empresa y los peldaños de la empresa de desarrollo humano.",
    "Estabelecimentos com dez trabalhadores ou mais de um país inventado e uma folha de alguns de seus trabalhadores: contratação, contratos, flexibilidade, segurança, formação, salários e voz. Feita por um programa para mostrar os índices de empresa e os degraus da empresa de desenvolvimento humano.",
  ),
  area: "XAA",
  year: 2024,
  universe: {
    text: text(
      "Establishments of Alvane with ten workers or more, outside farming and public administration, and their workers",
      "Établissements d’Alvane de dix travailleurs ou plus, hors agriculture et administration publique, et leurs travailleurs",
      "Establecimientos de Alvane con diez trabajadores o más, salvo agricultura y administración pública, y sus trabajadores",
      "Estabelecimentos de Alvane com dez trabalhadores ou mais, exceto agricultura e administração pública, e seus trabalhadores",
    ),
    ages: null,
  },
  coverage: { class: "national", places: [], note: null },
  analysisUnits: ["establishment", "worker"],
  procedure: text(
    "Establishments at random from a register in 18 strata, six sectors by three sizes; up to nine workers at random from the staff list of each.",
    "Établissements au hasard dans un registre, en 18 strates, six secteurs par trois tailles ; jusqu’à neuf travailleurs au hasard sur la liste du personnel de chacun.",
    "Establecimientos al azar de un registro en 18 estratos, seis sectores por tres tamaños; hasta nueve trabajadores al azar de la lista de personal de cada uno.",
    "Estabelecimentos ao acaso de um registro em 18 estratos, seis setores por três tamanhos; até nove trabalhadores ao acaso da lista de pessoal de cada um.",
  ),
  overSampling: text(
    "Large establishments are drawn more often than small ones.",
    "Les grands établissements sont tirés plus souvent que les petits.",
    "Los establecimientos grandes se sortean con más frecuencia que los pequeños.",
    "Os estabelecimentos grandes são sorteados com mais frequência que os pequenos.",
  ),
  mode: text(
    "Interview with the management, and a sheet filled in with the workers",
    "Entretien avec la direction et feuille remplie avec les travailleurs",
    "Entrevista con la dirección y hoja llenada con los trabajadores",
    "Entrevista com a direção e folha preenchida com os trabalhadores",
  ),
  collection: { from: "2024-05-06", to: "2024-07-12" },
  weighting: text(
    "Establishments of a stratum divided by those that answered; for workers times the staff, divided by the lines of the sheet.",
    "Établissements de la strate divisés par ceux qui ont répondu ; pour les travailleurs, multipliés par l’effectif et divisés par les lignes de la feuille.",
    "Establecimientos del estrato divididos por los que respondieron; para los trabajadores, multiplicados por la plantilla y divididos por las líneas de la hoja.",
    "Estabelecimentos do estrato divididos pelos que responderam; para os trabalhadores, multiplicados pelo pessoal e divididos pelas linhas da folha.",
  ),
  microdata: "members",
  caveats: [
    simulated,
    "Managers answer for the establishment; what workers say of it stands in their sheet.",
  ],
};
