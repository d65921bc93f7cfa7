// What the columns of a file hold that has a table on demand, in the four languages.

import type { Language } from "#kernel";

type Words = Readonly<Record<Language, string>>;

export const studyTableColumnWords = {
  tableRow: {
    en: "Code of the row; empty: all together",
    fr: "Code de la ligne ; vide : ensemble",
    es: "Código de la fila; vacío: total",
    pt: "Código da linha; vazio: total",
  },
  tableRowLabel: { en: "Row", fr: "Ligne", es: "Fila", pt: "Linha" },
  tableColumn: {
    en: "Code of the column; empty: all together",
    fr: "Code de la colonne ; vide : ensemble",
    es: "Código de la columna; vacío: total",
    pt: "Código da coluna; vazio: total",
  },
  tableColumnLabel: { en: "Column", fr: "Colonne", es: "Columna", pt: "Coluna" },
  tableLevel: {
    en: "Category of the measured variable, by its code",
    fr: "Catégorie de la variable mesurée, par son code",
    es: "Categoría de la variable medida, por su código",
    pt: "Categoria da variável medida, pelo seu código",
  },
  tableLevelLabel: {
    en: "Category of the measured variable",
    fr: "Catégorie de la variable mesurée",
    es: "Categoría de la variable medida",
    pt: "Categoria da variável medida",
  },
  tableEstimate: {
    en: "Estimate; empty where it is withheld or nobody is in the sample",
    fr: "Estimation ; vide si elle est retenue ou si personne n'est dans l'échantillon",
    es: "Estimación; vacía si se retiene o si no hay nadie en la muestra",
    pt: "Estimativa; vazia se retida ou se não há ninguém na amostra",
  },
  tableError: { en: "Standard error", fr: "Erreur type", es: "Error estándar", pt: "Erro padrão" },
  tableLow: {
    en: "Lower end of the interval",
    fr: "Borne inférieure de l'intervalle",
    es: "Extremo inferior del intervalo",
    pt: "Limite inferior do intervalo",
  },
  tableHigh: {
    en: "Upper end of the interval",
    fr: "Borne supérieure de l'intervalle",
    es: "Extremo superior del intervalo",
    pt: "Limite superior do intervalo",
  },
  tableVariation: {
    en: "Coefficient of variation",
    fr: "Coefficient de variation",
    es: "Coeficiente de variación",
    pt: "Coeficiente de variação",
  },
  tableDegrees: {
    en: "Degrees of freedom",
    fr: "Degrés de liberté",
    es: "Grados de libertad",
    pt: "Graus de liberdade",
  },
  tableCases: { en: "Cases", fr: "Cas", es: "Casos", pt: "Casos" },
  tableMissing: {
    en: "Cases without an answer, left out",
    fr: "Cas sans réponse, non pris en compte",
    es: "Casos sin respuesta, excluidos",
    pt: "Casos sem resposta, excluídos",
  },
  tableQuality: { en: "Quality", fr: "Qualité", es: "Calidad", pt: "Qualidade" },
  tableWithheld: {
    en: "Why the figure is withheld",
    fr: "Pourquoi le chiffre est retenu",
    es: "Por qué se retiene la cifra",
    pt: "Porque é retido o valor",
  },
} as const satisfies Readonly<Record<string, Words>>;
