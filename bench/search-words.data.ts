// The vocabulary of the field from which the passages of the search benchmark are made, most frequent first.

export const fieldWords = {
  en: `social protection programme policy evaluation project government recommendation support pension workers
    employment national implementation system coverage development capacity training institutional stakeholders
    maternity unemployment insurance benefits scheme contribution leave injury health disability survivors family
    childhood poverty vulnerable informal economy enterprise labour inspection decent work gender equality women youth
    migrant rural agriculture statistics actuarial reform legislation tripartite dialogue employers unions floor
    universal transfer cash targeting registry administration governance financing budget sustainability relevance
    effectiveness efficiency impact coherence lesson practice partnership ownership monitoring indicator baseline
    outcome output strategy district province garment factory cooperative domestic fishery tsetse lighthouse`,
  fr: `protection sociale programme politique évaluation projet gouvernement recommandation appui pension travailleurs
    emploi national exécution système couverture développement capacités formation institutionnel partenaires
    maternité chômage assurance prestations régime cotisation congé accident santé invalidité survivants famille
    enfance pauvreté vulnérable informelle économie entreprise travail inspection décent genre égalité femmes jeunes
    migrant rural agriculture statistiques actuarielle réforme législation tripartite dialogue employeurs syndicats
    socle universel transfert ciblage registre administration gouvernance financement budget pérennité pertinence
    efficacité efficience incidence cohérence enseignement pratique partenariat suivi indicateur résultat stratégie
    district province coopérative domestique pêcherie phare`,
  es: `protección social programa política evaluación proyecto gobierno recomendación apoyo pensión trabajadores
    empleo nacional ejecución sistema cobertura desarrollo capacidades formación institucional interesados
    maternidad desempleo seguro prestaciones régimen cotización licencia accidente salud discapacidad familia
    infancia pobreza vulnerable informal economía empresa trabajo inspección decente género igualdad mujeres jóvenes
    migrante rural agricultura estadísticas actuarial reforma legislación tripartito diálogo empleadores sindicatos
    piso universal transferencia focalización registro administración gobernanza financiación presupuesto
    sostenibilidad pertinencia eficacia eficiencia impacto coherencia lección práctica asociación seguimiento
    indicador resultado estrategia distrito provincia cooperativa doméstico pesquería faro`,
  pt: `proteção social programa política avaliação projeto governo recomendação apoio pensão trabalhadores
    emprego nacional execução sistema cobertura desenvolvimento capacidades formação institucional interessados
    maternidade desemprego seguro prestações regime contribuição licença acidente saúde deficiência família
    infância pobreza vulnerável informal economia empresa trabalho inspeção digno género igualdade mulheres jovens
    migrante rural agricultura estatísticas atuarial reforma legislação tripartido diálogo empregadores sindicatos
    piso universal transferência focalização registo administração governação financiamento orçamento
    sustentabilidade pertinência eficácia eficiência impacto coerência lição prática parceria acompanhamento
    indicador resultado estratégia distrito província cooperativa doméstico pescaria farol`,
} as const;

export const littleWords = {
  en: "the of and to in for a that is on with as by be was from are this which at",
  fr: "le de la et à les des en un pour que est dans du par sur au avec une qui",
  es: "el de la y en los que a del las por con un para es se una como al su",
  pt: "o de a e em os que do da para com um por é as dos uma no na ao",
} as const;

/** Endings that make the long tail of rare words out of the words of the field. */
export const tailEndings = {
  en: ["al", "ism", "ward", "less", "hood", "ette", "ory", "oid", "ster", "ling"],
  fr: ["iste", "elle", "ard", "oire", "ude", "esque", "ille", "eur", "ade", "age"],
  es: ["ista", "ero", "azo", "illo", "ante", "ura", "anza", "edad", "oso", "ario"],
  pt: ["ista", "eiro", "inho", "ante", "ura", "ança", "eza", "oso", "ário", "agem"],
} as const;
