// Words of the branches of social security and of the evaluation criteria in four languages, lower case
// without accents. Sources: ILO Convention No. 102 and the Social Protection Glossary for the branches; the
// OECD's Development Assistance Committee (2019) for the criteria.

import type { Branch, EvaluationCriterion } from "#records";

/** Terms for benefits and schemes, not for the risks alone: an unemployment rate is no branch. */
export const branchTerms: Readonly<Record<Branch, string>> = {
  old_age:
    "old[- ]age (?:pensions?|benefits?|insurance|security|protection|grants?)|(?:social|retirement|universal|contributory|non-contributory|basic) pensions?|pensions? (?:reform|schemes?|systems?|insurance|funds?|coverage|project)|provident funds?|retraites?|pensions? (?:de retraite|de vieillesse|sociales?|universelles?)|assurance[- ]vieillesse|prestations? de vieillesse|pension(?:es)? (?:de vejez|de jubilacion|sociales?|basicas?|contributivas?)|reforma (?:de las pensiones|previsional|das pensoes)|sistemas? de pension(?:es)?|jubilacion(?:es)?|seguro de vejez|pens(?:ao|oes) (?:de velhice|sociai?s?|por velhice|de reforma)|aposentadorias?|old-age",
  disability:
    "disability (?:pensions?|benefits?|insurance|grants?|allowances?|assessment)|invalidity (?:pensions?|benefits?|insurance)|pensions? d'invalidite|prestations? (?:d'invalidite|de handicap)|assurance[- ]invalidite|allocations? (?:de handicap|aux (?:adultes|personnes) handicape[e]?s?)|pension(?:es)? (?:de invalidez|por discapacidad|por invalidez)|prestacion(?:es)? (?:de invalidez|por discapacidad)|seguro de invalidez|pens(?:ao|oes) (?:de|por) invalidez|prestac(?:ao|oes) (?:de|por) (?:invalidez|deficiencia)",
  survivors:
    "survivors?['’]?s?['’]? (?:pensions?|benefits?|insurance|grants?)|widow(?:'?s|s'|er'?s)? pensions?|orphans?'? (?:pensions?|benefits?)|(?:pensions?|prestations?) (?:de survivants?|de reversion|d'orphelin)|(?:pension(?:es)?|prestacion(?:es)?) (?:de sobrevivientes?|de supervivencia|de viudez|de orfandad)|(?:pens(?:ao|oes)|prestac(?:ao|oes)) (?:de sobreviv(?:encia|entes?)|por morte|de viuvez)",
  sickness:
    "sickness (?:benefits?|insurance|leave|allowances?|cash)|(?:paid )?sick (?:leave|pay)|indemnites? (?:de |journalieres de )?maladie|prestations? (?:en especes )?de maladie|conges? (?:de )?maladie|prestacion(?:es)? (?:monetarias )?(?:de|por) enfermedad|licencias? por enfermedad|subsidios? (?:de|por) (?:enfermedad|doenca)|incapacidad temporal|auxilio-doenca|licencas? por doenca|prestac(?:ao|oes) (?:de|por) doenca",
  maternity:
    "maternity (?:protection|benefits?|leave|insurance|cash|scheme)|protection de la maternite|conges? de maternite|(?:prestations?|assurance|indemnites?|allocations?) (?:de )?maternite|proteccion (?:de la|a la) maternidad|(?:licencias?|prestacion(?:es)?|seguro|subsidios?) (?:de|por) maternidad|protecao (?:da|a) maternidade|(?:licencas?|prestac(?:ao|oes)|subsidios?|seguro)[- ](?:de |por )?maternidade|parental leave|maternity",
  medical:
    "(?:social )?health (?:insurance|protection|coverage|care benefits?)|medical (?:care|benefits?|insurance)|universal health coverage|health micro-?insurance|assurances?[- ](?:maladie|sante)|couverture (?:maladie|sante|sanitaire)(?: universelle)?|protection sociale (?:en|de la) sante|soins (?:medicaux|de sante)|mutuelles? de sante|seguros? (?:de|medico|publico de) salud|proteccion social (?:en|de la) salud|cobertura (?:universal de|de) salud|atencion (?:medica|de salud)|seguros? (?:de )?saude|protecao social (?:em|da|na) saude|cobertura (?:universal de )?saude|cuidados (?:medicos|de saude)",
  work_injury:
    "(?:employment|work|occupational|industrial)[- ]injur(?:y|ies)(?: (?:insurance|benefits?|protection|schemes?))?|workers?'? compensation|(?:work|occupational) accidents? insurance|employment injury|accidents? du travail|risques professionnels|maladies professionnelles|(?:accidentes?|riesgos) (?:del? trabajo|laborales)|enfermedades profesionales|acidentes? (?:de|do) trabalho|riscos profissionais|doencas profissionais",
  unemployment:
    "unemployment (?:insurance|benefits?|protection|assistance|compensation|allowances?|funds?|schemes?)|assurance[- ]chomage|(?:prestations?|allocations?|indemnites?|protection) (?:de |contre le )?chomage|seguros? (?:de|contra el) (?:desempleo|cesantia|paro)|(?:prestacion(?:es)?|subsidios?|proteccion) (?:de|por|contra el) desempleo|seguros?[- ](?:de )?desemprego|(?:prestac(?:ao|oes)|subsidios?|protecao) (?:de|no|contra o) desemprego",
  family:
    "(?:child|family|family and child|children's) (?:benefits?|allowances?|grants?)|child support grants?|allocations? familiales?|prestations? familiales?|allocations? (?:pour enfants?|aux familles)|asignacion(?:es)? (?:familiares|universal(?:es)? por hijo|por hijo)|prestacion(?:es)? familiares|(?:abonos?|prestac(?:ao|oes)|subsidios?) (?:de familia|familiar(?:es)?|familiais)|bolsa familia|salario-familia",
};

export const branchNames: Readonly<Record<Branch, string>> = {
  old_age: "old-age benefit",
  disability: "disability benefit",
  survivors: "survivors’ benefit",
  sickness: "sickness benefit",
  maternity: "maternity benefit",
  medical: "medical care",
  work_injury: "employment injury benefit",
  unemployment: "unemployment benefit",
  family: "family benefit",
};

export const criterionTerms: Readonly<Record<EvaluationCriterion, string>> = {
  relevance: "relevance|pertinence|pertinencia|relevancia",
  coherence: "coherence|coherencia",
  effectiveness: "effectiveness|efficacite|eficacia",
  efficiency: "efficiency|efficience|eficiencia",
  impact: "impacts?|impactos?",
  sustainability:
    "sustainability|durabilite|perennite|viabilite|sostenibilidad|sustentabilidad|sustentabilidade|viabilidad",
};
