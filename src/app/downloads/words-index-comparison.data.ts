// Meanings of the columns of a comparison of two runs.

export const indexComparisonColumnWords = {
  comparisonState: {
    en: "both: ranked in both runs; entered, left: in one run only; gained-rank, lost-rank: with a score in one run only",
    fr: "both : classée dans les deux calculs ; entered, left : dans un seul ; gained-rank, lost-rank : avec un score dans un seul",
    es: "both: con puesto en ambos cálculos; entered, left: solo en uno; gained-rank, lost-rank: con puntuación solo en uno",
    pt: "both: classificada nos dois cálculos; entered, left: só num deles; gained-rank, lost-rank: com pontuação só num deles",
  },
  rankFrom: {
    en: "Rank in the first run",
    fr: "Rang dans le premier calcul",
    es: "Puesto en el primer cálculo",
    pt: "Posição no primeiro cálculo",
  },
  rankTo: {
    en: "Rank in the second run",
    fr: "Rang dans le second calcul",
    es: "Puesto en el segundo cálculo",
    pt: "Posição no segundo cálculo",
  },
  scoreFrom: {
    en: "Score in the first run",
    fr: "Score dans le premier calcul",
    es: "Puntuación en el primer cálculo",
    pt: "Pontuação no primeiro cálculo",
  },
  scoreTo: {
    en: "Score in the second run",
    fr: "Score dans le second calcul",
    es: "Puntuación en el segundo cálculo",
    pt: "Pontuação no segundo cálculo",
  },
  cause: {
    en: "Cause of the change: values, choice (among sources), areas, definition, rules (on missing values), period",
    fr: "Cause du changement : values (valeurs), choice (choix des sources), areas (pays), definition, rules (valeurs manquantes), period (période)",
    es: "Causa del cambio: values (valores), choice (elección de fuentes), areas (países), definition, rules (valores faltantes), period (período)",
    pt: "Causa da mudança: values (valores), choice (escolha de fontes), areas (países), definition, rules (valores em falta), period (período)",
  },
  causePart: {
    en: "Indicator, or part of the definition, whose share of the cause this is; empty for the whole cause",
    fr: "Indicateur, ou partie de la définition, dont c'est la part dans la cause ; vide pour la cause entière",
    es: "Indicador, o parte de la definición, cuya parte de la causa es; vacío para la causa entera",
    pt: "Indicador, ou parte da definição, cuja parte da causa é; vazio para a causa inteira",
  },
  placesGained: {
    en: "Places gained by this cause; over the causes they sum to the first rank less the second",
    fr: "Places gagnées par cette cause ; leur somme est le premier rang moins le second",
    es: "Puestos ganados por esta causa; su suma es el primer puesto menos el segundo",
    pt: "Posições ganhas por esta causa; a soma é a primeira posição menos a segunda",
  },
  scoreChange: {
    en: "Change of the score by this cause; over the causes it sums to the change",
    fr: "Variation du score due à cette cause ; leur somme est la variation",
    es: "Cambio de la puntuación por esta causa; su suma es el cambio",
    pt: "Variação da pontuação por esta causa; a soma é a variação",
  },
} as const;
