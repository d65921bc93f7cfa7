// What a table says of itself besides its figures, in the four languages. Words in braces are filled in.

import type { Language } from "#kernel";
import type { StudyDesign, TableStatistic } from "#records";

export type Words = Readonly<Record<Language, string>>;

export const allTogether: Words = { en: "All", fr: "Ensemble", es: "Total", pt: "Total" };

export const noteWords = {
  missing: {
    en: "{n} cases without an answer to “{label}” are left out.",
    fr: "{n} cas sans réponse à « {label} » ne sont pas pris en compte.",
    es: "Se dejan fuera {n} casos sin respuesta a «{label}».",
    pt: "Ficam de fora {n} casos sem resposta a «{label}».",
  },
  unanswered: {
    en: "Shares are of all cases, those without an answer to “{label}” among them: how many they are is withheld in some groups.",
    fr: "Les parts portent sur tous les cas, y compris sans réponse à « {label} » : leur nombre est retenu dans certains groupes.",
    es: "Las proporciones son de todos los casos, incluidos los sin respuesta a «{label}»: su número se retiene en algunos grupos.",
    pt: "As proporções são de todos os casos, incluindo os sem resposta a «{label}»: o seu número é retido em alguns grupos.",
  },
  off: {
    en: "{n} cases without an answer to “{label}” count under all together alone.",
    fr: "{n} cas sans réponse à « {label} » ne comptent que dans l'ensemble.",
    es: "{n} casos sin respuesta a «{label}» cuentan solo en el total.",
    pt: "{n} casos sem resposta a «{label}» contam apenas no total.",
  },
  singleOne: {
    en: "One stratum has a single sampling unit, so that its spread cannot be seen: {treatment}.",
    fr: "Une strate n'a qu'une unité de sondage, sa dispersion n'est donc pas visible : {treatment}.",
    es: "Un estrato tiene una sola unidad de muestreo y su dispersión no se ve: {treatment}.",
    pt: "Um estrato tem uma só unidade de amostragem e a sua dispersão não se vê: {treatment}.",
  },
  single: {
    en: "{n} strata have a single sampling unit, so that their spread cannot be seen: {treatment}.",
    fr: "{n} strates n'ont qu'une unité de sondage, leur dispersion n'est donc pas visible : {treatment}.",
    es: "{n} estratos tienen una sola unidad de muestreo y su dispersión no se ve: {treatment}.",
    pt: "{n} estratos têm uma só unidade de amostragem e a sua dispersão não se vê: {treatment}.",
  },
  withheld: {
    en: "{n} cells are withheld: those with fewer than {minimum} cases, and those from which they could be computed. The same cells are withheld from everybody who does not see the rows.",
    fr: "{n} cases du tableau sont retenues : celles de moins de {minimum} cas, et celles qui permettraient de les calculer. Les mêmes le sont pour quiconque ne voit pas les lignes.",
    es: "Se retienen {n} celdas: las de menos de {minimum} casos y las que permitirían calcularlas. Son las mismas para todos los que no ven las filas.",
    pt: "São retidas {n} células: as de menos de {minimum} casos e as que permitiriam calculá-las. São as mesmas para todos os que não veem as linhas.",
  },
  plain: {
    en: "For those who may see the rows: nothing is withheld. Not for publication without protection.",
    fr: "Pour ceux qui peuvent voir les lignes : rien n'est retenu. À ne pas publier sans protection.",
    es: "Para quienes pueden ver las filas: nada se retiene. No publicar sin protección.",
    pt: "Para quem pode ver as linhas: nada é retido. Não publicar sem proteção.",
  },
  medians: {
    en: "A median is the answer of one case: it is shown from {n} cases on.",
    fr: "Une médiane est la réponse d'un cas : elle est montrée à partir de {n} cas.",
    es: "Una mediana es la respuesta de un caso: se muestra a partir de {n} casos.",
    pt: "Uma mediana é a resposta de um caso: mostra-se a partir de {n} casos.",
  },
  sexLeftOut: {
    en: "Women and men are not shown beside each other: three variables are crossed already.",
    fr: "Femmes et hommes ne sont pas mis côte à côte : trois variables sont déjà croisées.",
    es: "No se muestran mujeres y hombres por separado: ya se cruzan tres variables.",
    pt: "Mulheres e homens não são mostrados lado a lado: já se cruzam três variáveis.",
  },
  line: {
    en: "Poverty line: 60 % of the weighted median of all, {x}.",
    fr: "Seuil de pauvreté : 60 % de la médiane pondérée de l'ensemble, {x}.",
    es: "Línea de pobreza: 60 % de la mediana ponderada del total, {x}.",
    pt: "Limiar de pobreza: 60 % da mediana ponderada do total, {x}.",
  },
  negatives: {
    en: "{n} values below 0 are taken as they are.",
    fr: "{n} valeurs inférieures à 0 sont prises telles quelles.",
    es: "{n} valores inferiores a 0 se toman como están.",
    pt: "{n} valores abaixo de 0 são tomados como estão.",
  },
  universe: {
    en: "“{label}” was asked of: {universe}",
    fr: "« {label} » a été demandé à : {universe}",
    es: "«{label}» se preguntó a: {universe}",
    pt: "«{label}» foi perguntado a: {universe}",
  },
  earlier: {
    en: "This is a later edition: what is withheld in an earlier one is withheld here. Rows that differ between editions cannot be protected against those who kept tables of both.",
    fr: "C'est une édition ultérieure : ce qui est retenu dans une précédente l'est ici. Les lignes qui diffèrent entre éditions ne peuvent être protégées de qui a gardé des tableaux des deux.",
    es: "Es una edición posterior: lo retenido en una anterior se retiene aquí. Las filas que difieren entre ediciones no pueden protegerse de quien guardó tablas de ambas.",
    pt: "É uma edição posterior: o que é retido numa anterior é retido aqui. As linhas que diferem entre edições não podem ser protegidas de quem guardou tabelas de ambas.",
  },
  pooled: {
    en: "Independent samples put together as strata of one: {studies}. Counts and totals are added over populations of different years; means and shares are over their union.",
    fr: "Échantillons indépendants réunis comme strates d'un seul : {studies}. Effectifs et totaux s'additionnent sur des populations d'années différentes ; moyennes et parts portent sur leur réunion.",
    es: "Muestras independientes reunidas como estratos de una sola: {studies}. Recuentos y totales se suman sobre poblaciones de años distintos; medias y proporciones son sobre su unión.",
    pt: "Amostras independentes reunidas como estratos de uma só: {studies}. Contagens e totais somam-se sobre populações de anos diferentes; médias e proporções são sobre a sua união.",
  },
} as const satisfies Readonly<Record<string, Words>>;

export const caveatWords = {
  simulated: "Simulated by a program for the demonstration: no answer of any person or enterprise.",
  invented: "Invented for the demonstration: no answer of any person or enterprise.",
  raw: "The data are as they came from the field, not checked and corrected.",
  regional: "The sample reaches regions, not the whole nation.",
  urban: "The sample reaches towns, not the whole nation.",
  "special-group": "The sample reaches one group, not the whole nation.",
} as const;

export const testWords = {
  association: {
    en: "Rao and Scott's test of association (second order, F)",
    fr: "Test d'association de Rao et Scott (second ordre, F)",
    es: "Prueba de asociación de Rao y Scott (segundo orden, F)",
    pt: "Teste de associação de Rao e Scott (segunda ordem, F)",
  },
  t: {
    en: "t test of the difference of two means by the design",
    fr: "Test t de la différence de deux moyennes selon le plan",
    es: "Prueba t de la diferencia de dos medias según el diseño",
    pt: "Teste t da diferença de duas médias segundo o plano",
  },
  wald: {
    en: "Wald test that all means are equal (F, by the design)",
    fr: "Test de Wald de l'égalité de toutes les moyennes (F, selon le plan)",
    es: "Prueba de Wald de igualdad de todas las medias (F, según el diseño)",
    pt: "Teste de Wald de igualdade de todas as médias (F, segundo o plano)",
  },
  none: {
    en: "There is no test between groups for this statistic.",
    fr: "Il n'y a pas de test entre groupes pour cette statistique.",
    es: "No hay prueba entre grupos para este estadístico.",
    pt: "Não há teste entre grupos para esta estatística.",
  },
  oneGroup: {
    en: "A test compares at least two groups; lay the table out by a variable.",
    fr: "Un test compare au moins deux groupes ; croisez le tableau avec une variable.",
    es: "Una prueba compara al menos dos grupos; cruce la tabla con una variable.",
    pt: "Um teste compara pelo menos dois grupos; cruze a tabela com uma variável.",
  },
  withheld: {
    en: "No test: cells it would rest on are withheld.",
    fr: "Pas de test : des cases dont il dépendrait sont retenues.",
    es: "Sin prueba: se retienen celdas en las que se basaría.",
    pt: "Sem teste: estão retidas células em que se basearia.",
  },
  impossible: {
    en: "No test: too few sampling units or cases for it.",
    fr: "Pas de test : trop peu d'unités de sondage ou de cas.",
    es: "Sin prueba: muy pocas unidades de muestreo o casos.",
    pt: "Sem teste: unidades de amostragem ou casos insuficientes.",
  },
} as const satisfies Readonly<Record<string, Words>>;

const linearised: Words = {
  en: "Errors linearised and summed by sampling unit within strata (Taylor); subsets and groups are domains, the design is kept.",
  fr: "Erreurs linéarisées et sommées par unité de sondage dans les strates (Taylor) ; sous-ensembles et groupes sont des domaines, le plan est conservé.",
  es: "Errores linealizados y sumados por unidad de muestreo dentro de los estratos (Taylor); subconjuntos y grupos son dominios, se conserva el diseño.",
  pt: "Erros linearizados e somados por unidade de amostragem dentro dos estratos (Taylor); subconjuntos e grupos são domínios, mantém-se o plano.",
};
const replicated: Words = {
  en: "Errors from the spread of replicates; subsets and groups are domains, the design is kept.",
  fr: "Erreurs d'après la dispersion des répliques ; sous-ensembles et groupes sont des domaines, le plan est conservé.",
  es: "Errores según la dispersión de las réplicas; subconjuntos y grupos son dominios, se conserva el diseño.",
  pt: "Erros pela dispersão das réplicas; subconjuntos e grupos são domínios, mantém-se o plano.",
};
export const errorWords = { linearised, replicated } as const;

export const statisticWords: Readonly<Record<TableStatistic, Words>> = {
  count: {
    en: "Weighted number of units; interval by Student's t.",
    fr: "Nombre pondéré d'unités ; intervalle par le t de Student.",
    es: "Número ponderado de unidades; intervalo por la t de Student.",
    pt: "Número ponderado de unidades; intervalo pela t de Student.",
  },
  share: {
    en: "Weighted share of those who answered; interval on the logit scale.",
    fr: "Part pondérée de ceux qui ont répondu ; intervalle sur l'échelle logit.",
    es: "Proporción ponderada de quienes respondieron; intervalo en la escala logit.",
    pt: "Proporção ponderada de quem respondeu; intervalo na escala logit.",
  },
  mean: {
    en: "Weighted mean of those with a value; interval by Student's t.",
    fr: "Moyenne pondérée de ceux qui ont une valeur ; intervalle par le t de Student.",
    es: "Media ponderada de quienes tienen un valor; intervalo por la t de Student.",
    pt: "Média ponderada de quem tem um valor; intervalo pela t de Student.",
  },
  total: {
    en: "Weighted total of those with a value; interval by Student's t.",
    fr: "Total pondéré de ceux qui ont une valeur ; intervalle par le t de Student.",
    es: "Total ponderado de quienes tienen un valor; intervalo por la t de Student.",
    pt: "Total ponderado de quem tem um valor; intervalo pela t de Student.",
  },
  median: {
    en: "Weighted median of those with a value; interval after Woodruff.",
    fr: "Médiane pondérée de ceux qui ont une valeur ; intervalle de Woodruff.",
    es: "Mediana ponderada de quienes tienen un valor; intervalo de Woodruff.",
    pt: "Mediana ponderada de quem tem um valor; intervalo de Woodruff.",
  },
  "at-risk-of-poverty": {
    en: "Weighted share below 60 % of the weighted median of all; interval on the logit scale.",
    fr: "Part pondérée sous 60 % de la médiane pondérée de l'ensemble ; intervalle sur l'échelle logit.",
    es: "Proporción ponderada bajo el 60 % de la mediana ponderada del total; intervalo en la escala logit.",
    pt: "Proporção ponderada abaixo de 60 % da mediana ponderada do total; intervalo na escala logit.",
  },
  gini: {
    en: "Gini coefficient of those with a value, 0 to 1; interval by Student's t.",
    fr: "Coefficient de Gini de ceux qui ont une valeur, de 0 à 1 ; intervalle par le t de Student.",
    es: "Coeficiente de Gini de quienes tienen un valor, de 0 a 1; intervalo por la t de Student.",
    pt: "Coeficiente de Gini de quem tem um valor, de 0 a 1; intervalo pela t de Student.",
  },
};

export const qualityWords: Words = {
  en: "Quality after Statistics Canada: coefficient of variation up to 16.6 % good, up to 33.3 % with caution, above it unreliable; of shares that of the smaller of p and 1 − p. Fewer than 30 cases: at best with caution.",
  fr: "Qualité d'après Statistique Canada : coefficient de variation jusqu'à 16,6 % bon, jusqu'à 33,3 % avec prudence, au-delà non fiable ; pour les parts, celui du plus petit de p et 1 − p. Moins de 30 cas : au mieux avec prudence.",
  es: "Calidad según Statistics Canada: coeficiente de variación hasta 16,6 % bueno, hasta 33,3 % con cautela, por encima no fiable; en proporciones, el del menor de p y 1 − p. Menos de 30 casos: a lo sumo con cautela.",
  pt: "Qualidade segundo a Statistics Canada: coeficiente de variação até 16,6 % bom, até 33,3 % com cautela, acima não fiável; nas proporções, o do menor de p e 1 − p. Menos de 30 casos: quando muito com cautela.",
};

export const designWords: Words = {
  en: "{strata} strata, {units} sampling units of the first stage ({clusters}), {weights}.",
  fr: "{strata} strates, {units} unités de sondage du premier degré ({clusters}), {weights}.",
  es: "{strata} estratos, {units} unidades de muestreo de la primera etapa ({clusters}), {weights}.",
  pt: "{strata} estratos, {units} unidades de amostragem da primeira etapa ({clusters}), {weights}.",
};
export const designParts = {
  rows: {
    en: "each row drawn by itself",
    fr: "chaque ligne tirée pour elle-même",
    es: "cada fila extraída por sí misma",
    pt: "cada linha extraída por si",
  },
  clusters: { en: "by {name}", fr: "par {name}", es: "por {name}", pt: "por {name}" },
  weighted: {
    en: "weights “{name}”",
    fr: "poids « {name} »",
    es: "pesos «{name}»",
    pt: "pesos «{name}»",
  },
  unweighted: {
    en: "one weight for all",
    fr: "un même poids pour tous",
    es: "un mismo peso para todos",
    pt: "um mesmo peso para todos",
  },
  fromCounts: {
    en: "weights from population counts",
    fr: "poids d'après les effectifs de la population",
    es: "pesos según los recuentos de población",
    pt: "pesos segundo as contagens da população",
  },
} as const satisfies Readonly<Record<string, Words>>;

export const singleUnitWords: Readonly<Record<StudyDesign["singleUnit"], Words>> = {
  fail: {
    en: "no error is given",
    fr: "aucune erreur n'est donnée",
    es: "no se da error",
    pt: "não se dá erro",
  },
  remove: {
    en: "they add nothing to the errors",
    fr: "elles n'ajoutent rien aux erreurs",
    es: "no añaden nada a los errores",
    pt: "não acrescentam nada aos erros",
  },
  certainty: {
    en: "they count as drawn with certainty",
    fr: "elles comptent comme tirées avec certitude",
    es: "cuentan como extraídos con certeza",
    pt: "contam como extraídos com certeza",
  },
  adjust: {
    en: "their distance from the middle of the whole sample is taken",
    fr: "leur distance au centre de tout l'échantillon est prise",
    es: "se toma su distancia al centro de toda la muestra",
    pt: "toma-se a sua distância ao centro de toda a amostra",
  },
  average: {
    en: "they are given the average spread of the others",
    fr: "elles reçoivent la dispersion moyenne des autres",
    es: "reciben la dispersión media de los demás",
    pt: "recebem a dispersão média dos demais",
  },
};
