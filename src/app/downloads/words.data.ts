// The fixed words of a download's README, in the four languages. Titles, licences and caveats stand as
// their authors wrote them.

import type { Language } from "#kernel";
import type { Origin } from "#records";
import { exploreColumnWords } from "./words-explore.data.ts";
import { indexComparisonColumnWords } from "./words-index-comparison.data.ts";
import { lessonColumnWords } from "./words-lessons.data.ts";
import { releaseChangeColumnWords } from "./words-release-changes.data.ts";
import { searchColumnWords } from "./words-search.data.ts";
import { studyTableColumnWords } from "./words-study-tables.data.ts";

export const columnWords = {
  ...exploreColumnWords,
  ...indexComparisonColumnWords,
  ...lessonColumnWords,
  ...releaseChangeColumnWords,
  ...searchColumnWords,
  ...studyTableColumnWords,
  area: {
    en: "Code of the area: ISO 3166 alpha-3, M49 for regions, XAA to XZZ for invented areas",
    fr: "Code de la zone : ISO 3166 alpha-3, M49 pour les régions, XAA à XZZ pour les zones inventées",
    es: "Código de la zona: ISO 3166 alfa-3, M49 para las regiones, XAA a XZZ para las zonas inventadas",
    pt: "Código da área: ISO 3166 alfa-3, M49 para as regiões, XAA a XZZ para as áreas inventadas",
  },
  areaName: {
    en: "Name of the area",
    fr: "Nom de la zone",
    es: "Nombre de la zona",
    pt: "Nome da área",
  },
  indicator: {
    en: "Code of the indicator",
    fr: "Code de l'indicateur",
    es: "Código del indicador",
    pt: "Código do indicador",
  },
  period: {
    en: "Year (2019), half (2019-S1), quarter (2019-Q3), month, day or span of years (2012/2018)",
    fr: "Année (2019), semestre (2019-S1), trimestre (2019-Q3), mois, jour ou suite d'années (2012/2018)",
    es: "Año (2019), semestre (2019-S1), trimestre (2019-Q3), mes, día o serie de años (2012/2018)",
    pt: "Ano (2019), semestre (2019-S1), trimestre (2019-Q3), mês, dia ou série de anos (2012/2018)",
  },
  value: {
    en: "The figure as the source prints it; empty where there is none",
    fr: "Le chiffre tel que la source l'imprime ; vide s'il n'y en a pas",
    es: "La cifra como la imprime la fuente; vacía si no la hay",
    pt: "O valor como a fonte o imprime; vazio se não houver",
  },
  missing: {
    en: "Why there is no value",
    fr: "Pourquoi il n'y a pas de valeur",
    es: "Por qué no hay valor",
    pt: "Por que não há valor",
  },
  unit: {
    en: "Unit; *10^6 means that the figures are in millions",
    fr: "Unité ; *10^6 signifie que les chiffres sont en millions",
    es: "Unidad; *10^6 significa que las cifras están en millones",
    pt: "Unidade; *10^6 significa que os valores estão em milhões",
  },
  source: {
    en: "Agency or survey the figure is from; sources are never merged",
    fr: "Organisme ou enquête d'où vient le chiffre ; les sources ne sont jamais fusionnées",
    es: "Organismo o encuesta de donde procede la cifra; las fuentes nunca se mezclan",
    pt: "Organismo ou inquérito de onde vem o valor; as fontes nunca se fundem",
  },
  sex: {
    en: "T both sexes or not broken down, F women, M men, O other",
    fr: "T les deux sexes ou non ventilé, F femmes, M hommes, O autre",
    es: "T ambos sexos o sin desglosar, F mujeres, M hombres, O otro",
    pt: "T ambos os sexos ou não desagregado, F mulheres, M homens, O outro",
  },
  breakdown: {
    en: "Further breakdown, with the codes of the source",
    fr: "Autre ventilation, avec les codes de la source",
    es: "Otro desglose, con los códigos de la fuente",
    pt: "Outra desagregação, com os códigos da fonte",
  },
  status: {
    en: "Status flag of the source (SDMX CL_OBS_STATUS)",
    fr: "Indicateur de statut de la source (SDMX CL_OBS_STATUS)",
    es: "Indicador de estado de la fuente (SDMX CL_OBS_STATUS)",
    pt: "Indicador de estado da fonte (SDMX CL_OBS_STATUS)",
  },
  note: {
    en: "Remark of the source",
    fr: "Remarque de la source",
    es: "Observación de la fuente",
    pt: "Observação da fonte",
  },
  attribute: {
    en: "Further attribute of the source, as printed",
    fr: "Autre attribut de la source, tel qu'imprimé",
    es: "Otro atributo de la fuente, tal como se imprime",
    pt: "Outro atributo da fonte, tal como impresso",
  },
  origin: {
    en: "real, invented or simulated",
    fr: "real (réel), invented (inventé) ou simulated (simulé)",
    es: "real, invented (inventado) o simulated (simulado)",
    pt: "real, invented (inventado) ou simulated (simulado)",
  },
  sourceFile: {
    en: "SHA-256 of the file the figure was read from",
    fr: "SHA-256 du fichier d'où le chiffre a été lu",
    es: "SHA-256 del archivo de donde se leyó la cifra",
    pt: "SHA-256 do ficheiro de onde o valor foi lido",
  },
  sourceRow: {
    en: "Row of that file, the header being row 1",
    fr: "Ligne de ce fichier, l'en-tête étant la ligne 1",
    es: "Fila de ese archivo; la cabecera es la fila 1",
    pt: "Linha desse ficheiro; o cabeçalho é a linha 1",
  },
  sourceColumn: {
    en: "Column of that file",
    fr: "Colonne de ce fichier",
    es: "Columna de ese archivo",
    pt: "Coluna desse ficheiro",
  },
  node: {
    en: "Index, sub-index or indicator of the definition",
    fr: "Indice, sous-indice ou indicateur de la définition",
    es: "Índice, subíndice o indicador de la definición",
    pt: "Índice, subíndice ou indicador da definição",
  },
  score: {
    en: "Score, relative to the areas of this run",
    fr: "Score, relatif aux zones de ce calcul",
    es: "Puntuación, relativa a las zonas de este cálculo",
    pt: "Pontuação, relativa às áreas deste cálculo",
  },
  rank: {
    en: "Rank, highest score first; equal scores share a rank",
    fr: "Rang, le score le plus élevé d'abord ; les scores égaux partagent un rang",
    es: "Rango, primero la puntuación más alta; las iguales comparten rango",
    pt: "Posição, primeiro a pontuação mais alta; as iguais partilham a posição",
  },
  rankLow: {
    en: "Best rank of the 95 per cent interval of the uncertainty analysis",
    fr: "Meilleur rang de l'intervalle à 95 pour cent de l'analyse d'incertitude",
    es: "Mejor puesto del intervalo del 95 por ciento del análisis de incertidumbre",
    pt: "Melhor posição do intervalo de 95 por cento da análise de incerteza",
  },
  rankHigh: {
    en: "Worst rank of that interval",
    fr: "Moins bon rang de cet intervalle",
    es: "Peor puesto de ese intervalo",
    pt: "Pior posição desse intervalo",
  },
  scoreLow: {
    en: "Lower end of the 95 per cent interval of the score",
    fr: "Borne inférieure de l'intervalle à 95 pour cent de la note",
    es: "Extremo inferior del intervalo del 95 por ciento de la puntuación",
    pt: "Limite inferior do intervalo de 95 por cento da pontuação",
  },
  scoreHigh: {
    en: "Upper end of that interval",
    fr: "Borne supérieure de cet intervalle",
    es: "Extremo superior de ese intervalo",
    pt: "Limite superior desse intervalo",
  },
  available: {
    en: "Indicators with a value",
    fr: "Indicateurs ayant une valeur",
    es: "Indicadores con valor",
    pt: "Indicadores com valor",
  },
  expected: {
    en: "Indicators expected",
    fr: "Indicateurs attendus",
    es: "Indicadores esperados",
    pt: "Indicadores esperados",
  },
  imputed: {
    en: "How many of the indicators with a value were filled by imputation",
    fr: "Combien des indicateurs ayant une valeur ont été complétés par imputation",
    es: "Cuántos de los indicadores con valor se completaron por imputación",
    pt: "Quantos dos indicadores com valor foram preenchidos por imputação",
  },
  cellStep: {
    en: "The step that filled, emptied or changed the value",
    fr: "L'étape qui a complété, vidé ou changé la valeur",
    es: "El paso que completó, vació o cambió el valor",
    pt: "O passo que preencheu, esvaziou ou mudou o valor",
  },
  cellRule: {
    en: "The method of the step, or the denominator",
    fr: "La méthode de l'étape, ou le dénominateur",
    es: "El método del paso, o el denominador",
    pt: "O método do passo, ou o denominador",
  },
  valueBefore: {
    en: "Value before the step",
    fr: "Valeur avant l'étape",
    es: "Valor antes del paso",
    pt: "Valor antes do passo",
  },
  valueAfter: {
    en: "Value after the step",
    fr: "Valeur après l'étape",
    es: "Valor después del paso",
    pt: "Valor depois do passo",
  },
  reason: {
    en: "Why there is no score, or why the part was dropped",
    fr: "Pourquoi il n'y a pas de score, ou pourquoi la partie a été écartée",
    es: "Por qué no hay puntuación, o por qué se descartó la parte",
    pt: "Por que não há pontuação, ou por que a parte foi excluída",
  },
  group: {
    en: "Country group: pacesetter, pragmatist, conventional, much-to-be-done, unclassified",
    fr: "Groupe de pays : pacesetter, pragmatist, conventional, much-to-be-done, unclassified",
    es: "Grupo de países: pacesetter, pragmatist, conventional, much-to-be-done, unclassified",
    pt: "Grupo de países: pacesetter, pragmatist, conventional, much-to-be-done, unclassified",
  },
  flag: {
    en: "What to keep in mind about the group",
    fr: "Ce qu'il faut savoir du groupe",
    es: "Lo que hay que saber del grupo",
    pt: "O que é preciso saber do grupo",
  },
  threshold: {
    en: "Threshold between the country groups",
    fr: "Seuil entre les groupes de pays",
    es: "Umbral entre los grupos de países",
    pt: "Limiar entre os grupos de países",
  },
  ties: {
    en: "Areas that lie on the threshold itself",
    fr: "Zones situées exactement sur le seuil",
    es: "Zonas situadas exactamente en el umbral",
    pt: "Áreas situadas exatamente no limiar",
  },
  followUpGroup: {
    en: "What the row is about: unit, theme, region or year; empty where not stated, * for all",
    fr: "Ce que concerne la ligne : unité, thème, région ou année ; vide si non précisé, * pour l'ensemble",
    es: "A qué se refiere la fila: unidad, tema, región o año; vacío si no se indica, * para el total",
    pt: "A que se refere a linha: unidade, tema, região ou ano; vazio se não indicado, * para o total",
  },
  followUp_total: {
    en: "Recommendations on record, drafts included",
    fr: "Recommandations enregistrées, projets compris",
    es: "Recomendaciones registradas, borradores incluidos",
    pt: "Recomendações registadas, rascunhos incluídos",
  },
  followUp_issued: {
    en: "Recommendations issued",
    fr: "Recommandations émises",
    es: "Recomendaciones emitidas",
    pt: "Recomendações emitidas",
  },
  followUp_responded: {
    en: "With a verdict: accepted, partially accepted or rejected",
    fr: "Avec un verdict : acceptée, partiellement acceptée ou rejetée",
    es: "Con veredicto: aceptada, parcialmente aceptada o rechazada",
    pt: "Com veredicto: aceite, parcialmente aceite ou rejeitada",
  },
  followUp_accepted: {
    en: "Accepted",
    fr: "Acceptées",
    es: "Aceptadas",
    pt: "Aceites",
  },
  followUp_partiallyAccepted: {
    en: "Partially accepted",
    fr: "Partiellement acceptées",
    es: "Parcialmente aceptadas",
    pt: "Parcialmente aceites",
  },
  followUp_rejected: {
    en: "Rejected",
    fr: "Rejetées",
    es: "Rechazadas",
    pt: "Rejeitadas",
  },
  followUp_answeredInGeneral: {
    en: "Answered only as part of the whole report, without a verdict",
    fr: "Traitées seulement dans une réponse au rapport entier, sans verdict",
    es: "Respondidas solo como parte de todo el informe, sin veredicto",
    pt: "Respondidas apenas como parte de todo o relatório, sem veredicto",
  },
  followUp_withoutAction: {
    en: "Accepted without any action",
    fr: "Acceptées sans aucune action",
    es: "Aceptadas sin ninguna acción",
    pt: "Aceites sem qualquer ação",
  },
  followUp_implemented: {
    en: "All actions completed or verified",
    fr: "Toutes les actions achevées ou vérifiées",
    es: "Todas las acciones completadas o verificadas",
    pt: "Todas as ações concluídas ou verificadas",
  },
  followUp_verified: {
    en: "All actions verified by somebody else",
    fr: "Toutes les actions vérifiées par une autre personne",
    es: "Todas las acciones verificadas por otra persona",
    pt: "Todas as ações verificadas por outra pessoa",
  },
  followUp_overdueResponse: {
    en: "Response overdue on the day of the figures",
    fr: "Réponse en retard le jour des chiffres",
    es: "Respuesta atrasada el día de las cifras",
    pt: "Resposta em atraso no dia dos valores",
  },
  followUp_overdueAction: {
    en: "At least one action overdue on the day of the figures",
    fr: "Au moins une action en retard le jour des chiffres",
    es: "Al menos una acción atrasada el día de las cifras",
    pt: "Pelo menos uma ação em atraso no dia dos valores",
  },
  followUp_acceptedShare: {
    en: "(accepted + partially accepted) / responded; empty below 10",
    fr: "(acceptées + partiellement acceptées) / avec réponse ; vide en dessous de 10",
    es: "(aceptadas + parcialmente aceptadas) / con respuesta; vacío por debajo de 10",
    pt: "(aceites + parcialmente aceites) / com resposta; vazio abaixo de 10",
  },
  followUp_implementedShare: {
    en: "implemented / (accepted + partially accepted); empty below 10",
    fr: "mises en œuvre / (acceptées + partiellement acceptées) ; vide en dessous de 10",
    es: "aplicadas / (aceptadas + parcialmente aceptadas); vacío por debajo de 10",
    pt: "aplicadas / (aceites + parcialmente aceites); vazio abaixo de 10",
  },
  followUp_responseDays: {
    en: "Median days from request to response",
    fr: "Nombre médian de jours entre la demande et la réponse",
    es: "Mediana de días entre la solicitud y la respuesta",
    pt: "Mediana de dias entre o pedido e a resposta",
  },
  followUp_completionDays: {
    en: "Median days from response to the last completion",
    fr: "Nombre médian de jours entre la réponse et le dernier achèvement",
    es: "Mediana de días entre la respuesta y la última finalización",
    pt: "Mediana de dias entre a resposta e a última conclusão",
  },
  followUp_n: {
    en: "Recommendations the median is over: both days are known",
    fr: "Recommandations sur lesquelles porte la médiane : les deux jours sont connus",
    es: "Recomendaciones de la mediana: ambos días se conocen",
    pt: "Recomendações da mediana: ambos os dias são conhecidos",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type ColumnWord = keyof typeof columnWords;

export const readmeWords = {
  cite: { en: "How to cite", fr: "Comment citer", es: "Cómo citar", pt: "Como citar" },
  licence: { en: "Licence", fr: "Licence", es: "Licencia", pt: "Licença" },
  version: { en: "Version", fr: "Version", es: "Versión", pt: "Versão" },
  origin: { en: "Origin", fr: "Origine", es: "Origen", pt: "Origem" },
  caveats: {
    en: "What to know before using it",
    fr: "À savoir avant l'emploi",
    es: "Lo que conviene saber antes de usarlo",
    pt: "O que convém saber antes de usar",
  },
  checksum: { en: "Checksum", fr: "Somme de contrôle", es: "Suma de control", pt: "Soma de verificação" },
  made: { en: "Made", fr: "Établi le", es: "Elaborado el", pt: "Elaborado em" },
  columns: { en: "Columns", fr: "Colonnes", es: "Columnas", pt: "Colunas" },
  column: { en: "Column", fr: "Colonne", es: "Columna", pt: "Coluna" },
  meaning: { en: "Meaning", fr: "Signification", es: "Significado", pt: "Significado" },
  table: { en: "Table", fr: "Tableau", es: "Tabla", pt: "Tabela" },
  rows: { en: "rows", fr: "lignes", es: "filas", pt: "linhas" },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The word "simulated" stands in English in every language, beside the translation. */
export const originWords: Readonly<Record<Origin, Readonly<Record<Language, string>>>> = {
  real: {
    en: "real: as published by the sources named",
    fr: "real : tel que publié par les sources indiquées",
    es: "real: tal como lo publican las fuentes indicadas",
    pt: "real: tal como publicado pelas fontes indicadas",
  },
  invented: {
    en: "invented: made up for demonstration, no fact about any country, agency or person",
    fr: "invented (inventé) : fait pour la démonstration, aucun fait sur un pays, un organisme ou une personne",
    es: "invented (inventado): hecho para la demostración, ningún hecho sobre un país, organismo o persona",
    pt: "invented (inventado): feito para a demonstração, nenhum facto sobre um país, organismo ou pessoa",
  },
  simulated: {
    en: "simulated: computed by a program for demonstration, no figure of any country, agency or survey",
    fr: "simulated (simulé) : calculé par un programme pour la démonstration, aucun chiffre d'un pays, organisme ou enquête",
    es: "simulated (simulado): calculado por un programa para la demostración, ninguna cifra de un país, organismo o encuesta",
    pt: "simulated (simulado): calculado por um programa para a demonstração, nenhum valor de um país, organismo ou inquérito",
  },
};
