// Words of the files a search is taken out in, in the four languages.

import type { Language } from "#kernel";

type InLanguages = Readonly<Record<Language, string>>;

export const downloadWords = {
  passages: {
    en: "Passages found",
    fr: "Passages trouvés",
    es: "Pasajes encontrados",
    pt: "Passagens encontradas",
  },
  evaluations: {
    en: "Evaluations found",
    fr: "Évaluations trouvées",
    es: "Evaluaciones encontradas",
    pt: "Avaliações encontradas",
  },
  query: {
    en: "Search as typed:",
    fr: "Recherche telle que saisie :",
    es: "Búsqueda tal como se escribió:",
    pt: "Pesquisa tal como escrita:",
  },
  understood: {
    en: "Search as understood:",
    fr: "Recherche telle que comprise :",
    es: "Búsqueda tal como se entendió:",
    pt: "Pesquisa tal como entendida:",
  },
  filters: { en: "Filters:", fr: "Filtres :", es: "Filtros:", pt: "Filtros:" },
  sort: { en: "Order:", fr: "Ordre :", es: "Orden:", pt: "Ordem:" },
  number: {
    en: "Number found; number in this file:",
    fr: "Nombre trouvé ; nombre dans ce fichier :",
    es: "Número encontrado; número en este archivo:",
    pt: "Número encontrado; número neste ficheiro:",
  },
  address: {
    en: "Ask again at:",
    fr: "Refaire la recherche :",
    es: "Repetir la búsqueda en:",
    pt: "Repetir a pesquisa em:",
  },
  more: {
    en: "More than 10,000 match. This file holds 10,000; narrow the search to have them all.",
    fr: "Plus de 10 000 résultats. Ce fichier en contient 10 000 ; précisez la recherche pour les avoir tous.",
    es: "Más de 10 000 resultados. Este archivo contiene 10 000; precise la búsqueda para tenerlos todos.",
    pt: "Mais de 10 000 resultados. Este ficheiro contém 10 000; precise a pesquisa para os ter todos.",
  },
  origins: {
    en: "Rows of real and of invented or simulated sources stand side by side: see the column origin.",
    fr: "Des lignes de sources réelles et de sources inventées ou simulées se côtoient : voir la colonne origin.",
    es: "Hay filas de fuentes reales junto a otras inventadas o simuladas: véase la columna origin.",
    pt: "Há linhas de fontes reais ao lado de inventadas ou simuladas: ver a coluna origin.",
  },
  quotation: {
    en: "Passages were found in the reports by a program and may have been corrected by people; quote from the report itself.",
    fr: "Les passages ont été repérés dans les rapports par un programme et parfois corrigés ; citez le rapport lui-même.",
    es: "Un programa localizó los pasajes en los informes y en parte fueron corregidos; cite el propio informe.",
    pt: "As passagens foram localizadas nos relatórios por um programa e em parte corrigidas; cite o próprio relatório.",
  },
  licence: {
    en: "Each report under its own terms; short passages may be quoted with their source",
    fr: "Chaque rapport selon ses propres conditions ; de courts passages peuvent être cités avec leur source",
    es: "Cada informe según sus propias condiciones; pueden citarse pasajes breves indicando la fuente",
    pt: "Cada relatório segundo as suas próprias condições; podem citar-se passagens breves com a fonte",
  },
  nothing: {
    en: "There is nothing to write into the file.",
    fr: "Il n'y a rien à écrire dans le fichier.",
    es: "No hay nada que escribir en el archivo.",
    pt: "Não há nada a escrever no ficheiro.",
  },
  found: {
    en: "Found on {date} by the search {query}; filters: {filters}; {address}",
    fr: "Trouvé le {date} par la recherche {query} ; filtres : {filters} ; {address}",
    es: "Encontrado el {date} con la búsqueda {query}; filtros: {filters}; {address}",
    pt: "Encontrado em {date} com a pesquisa {query}; filtros: {filters}; {address}",
  },
} as const satisfies Readonly<Record<string, InLanguages>>;
