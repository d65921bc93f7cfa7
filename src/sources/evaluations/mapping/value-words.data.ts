// Values of foreign tables for codes of ours, in four languages, compared without case and accents. A value
// that carries an explanation in parentheses is known by what stands before it. What is not clear-cut is left
// out and comes to the mapping page as an open question, with the reason where there is one.

import type { MissingReason } from "#kernel";
import type { MappingFieldId } from "./mapping-fields.ts";

type Words = Readonly<Record<string, string>>;

export const valueWords: Readonly<Partial<Record<MappingFieldId, Words>>> = {
  type: {
    project:
      "project; programme/project; project/programme; project evaluation; programme; program; projet; programme ou projet; proyecto; programa; evaluacion de proyecto; projeto; avaliacao de projeto; evaluation de projet",
    thematic:
      "thematic; thematic evaluation; thematique; evaluation thematique; tematica; evaluacion tematica; avaliacao tematica",
    cluster:
      "cluster; cluster evaluation; clustered; clustered evaluation; groupee; evaluation groupee; agrupada; evaluacion agrupada; evaluacion por conglomerados; avaliacao agrupada",
    "country-programme":
      "country programme; country program; country programme evaluation; dwcp; decent work country programme; decent work country programme review; country programme review; programme par pays; programme pays; ppt d; programa de pais; programa por pais; evaluacion de programa de pais; avaliacao de programa de pais",
    "high-level-strategy":
      "high-level; high level; high-level evaluation; strategy; strategic; strategy evaluation; high-level strategy; high-level strategy evaluation; de haut niveau; haut niveau; strategie; evaluation strategique; alto nivel; de alto nivel; estrategia; estrategica; evaluacion estrategica; avaliacao estrategica",
    rbsa: "rbsa; rbsa evaluation; regular budget supplementary account; csbo; cspo",
    joint:
      "joint; joint evaluation; conjointe; evaluation conjointe; conjunta; evaluacion conjunta; avaliacao conjunta",
  },
  timing: {
    initial: "initial; inicial; initiale; inception",
    "mid-term":
      "mid-term; midterm; mid term; interim; mid-term review; mid-term evaluation; mi-parcours; a mi-parcours; intermediaire; evaluation a mi-parcours; intermedia; de medio termino; medio termino; mitad de periodo; evaluacion intermedia; intermedia; meio termo; de meio termo; intermediaria; avaliacao intermediaria; intercalar",
    final:
      "final; finale; final evaluation; end-term; endline; terminal; evaluation finale; evaluacion final; avaliacao final; end of project",
    "ex-post": "ex-post; ex post; expost; ex-post evaluation; ex post evaluation; posterior; a posteriori",
  },
  nature: {
    independent:
      "independent; independent evaluation; independante; evaluation independante; independiente; evaluacion independiente; avaliacao independente; independente",
    internal:
      "internal; internal evaluation; interne; evaluation interne; interna; evaluacion interna; avaliacao interna; interno",
    self: "self; self-evaluation; self evaluation; auto-evaluation; autoevaluation; autoevaluacion; auto-avaliacao; autoavaliacao",
    joint:
      "joint; joint evaluation; conjointe; evaluation conjointe; conjunta; evaluacion conjunta; avaliacao conjunta",
  },
  status: {
    planned: "planned; scheduled; pipeline; prevue; planifiee; planificada; prevista; planejada; programada",
    ongoing: "ongoing; on-going; in progress; started; under way; en cours; en curso; em curso; em andamento",
    completed:
      "completed; complete; finished; closed; published; achevee; terminee; completada; finalizada; terminada; concluida",
    cancelled: "cancelled; canceled; dropped; annulee; cancelada; anulada",
  },
  region: {
    africa:
      "africa; sub-saharan africa; eastern and southern africa; western and central africa; east africa; southern africa; west africa; central africa; west and central africa; east and southern africa; east horn and southern africa; north africa; afrique; afrique subsaharienne; africa subsahariana; africa oriental; africa austral",
    americas:
      "americas; the americas; latin america and caribbean; latin america and the caribbean; latin america; lac; north america; caribbean; central america; south america; ameriques; amerique latine et caraibes; amerique latine; america latina y el caribe; america latina e caribe; america latina",
    "arab-states": "arab states; etats arabes; estados arabes; estados arabes",
    "asia-pacific":
      "asia-pacific; asia pacific; asia and the pacific; asia and pacific; asia; east asia and pacific; south asia; pacific; asie et pacifique; asie-pacifique; asia y el pacifico; asia y pacifico; asia e pacifico; asie",
    "europe-central-asia":
      "europe-central asia; europe and central asia; europe; europe et asie centrale; europa y asia central; europa e asia central; europa; central asia; eastern europe",
    "global-interregional":
      "global; interregional; global/interregional; worldwide; world; global and interregional; mondial; monde; mondiale; interregionale; monde entier; mundial; interregional; todo el mundo; global e inter-regional; inter-regional",
  },
  branches: {
    old_age: "old age; old-age; old-age benefit; pensions; vieillesse; vejez; velhice",
    disability:
      "disability; invalidity; invalidite; handicap; invalidez; discapacidad; deficiencia; incapacidade",
    survivors:
      "survivors; survivors'; survivors' benefit; survivants; sobrevivientes; supervivencia; sobreviventes; sobrevivencia",
    sickness: "sickness; sickness benefit; maladie; enfermedad; doenca",
    maternity: "maternity; maternity benefit; maternite; maternidad; maternidade",
    medical:
      "medical; medical care; health; health care; soins medicaux; sante; asistencia medica; salud; cuidados medicos; saude",
    work_injury:
      "work injury; employment injury; accidents du travail; accidentes del trabajo; accidentes de trabajo; acidentes de trabalho",
    unemployment: "unemployment; unemployment benefit; chomage; desempleo; desemprego",
    family:
      "family; child and family; family benefit; child benefit; famille; prestations familiales; familia; prestaciones familiares; prestacoes familiares",
  },
  criteria: {
    relevance: "relevance; pertinence; pertinencia; relevancia",
    coherence: "coherence; coherencia",
    effectiveness: "effectiveness; efficacite; eficacia",
    efficiency: "efficiency; efficience; eficiencia",
    impact: "impact; impacto",
    sustainability:
      "sustainability; durabilite; viabilite; sostenibilidad; sustentabilidade; sustentabilidad",
  },
  managementResponse: {
    received:
      "yes; received; available; oui; si; sim; recue; recibida; recebida; completed; true; y; published",
    none: "no; none; non; nao; ninguna; nenhuma; false; n; aucune; not requested",
    due: "due; pending; requested; in progress; en attente; pendiente; pendente; awaited",
  },
};

/** Why a value that looks clear is left open: shown with it on the mapping page. */
export const openValues: Readonly<Partial<Record<MappingFieldId, Words>>> = {
  nature: {
    external:
      "an external evaluator does not by itself make an evaluation independent: decide what it means here",
    externe:
      "an external evaluator does not by itself make an evaluation independent: decide what it means here",
    externa:
      "an external evaluator does not by itself make an evaluation independent: decide what it means here",
    mixed: "internal and external evaluators together are neither independent nor internal by name",
  },
  timing: {
    "ex-ante": "an evaluation before the start is none of initial, mid-term, final and ex-post",
    "real-time":
      "an evaluation while the work goes on is none of initial, mid-term, final and ex-post by name",
  },
  region: {
    "middle east and north africa":
      "its countries lie in two regions here (Africa and the Arab States): the countries of each row decide",
    "middle east": "its countries lie in several regions here: the countries of each row decide",
  },
};

/** Words for "no value", by the reason they give. They are no values of any field. */
export const missingWords: Readonly<Partial<Record<MissingReason, string>>> = {
  "not-applicable":
    "not applicable; non applicable; sans objet; s/o; s.o.; no aplica; no aplicable; nao aplicavel; nao se aplica; not relevant",
  "not-stated":
    "not available; n/d; n.d.; nd; non disponible; no disponible; nao disponivel; not specified; non specifie; non precise; no especificado; nao especificado; not stated; unknown; inconnu; desconocido; desconhecido; tbd; tbc; to be determined; to be confirmed; a determiner; por determinar; not rated; sin datos; sem dados; not reported",
  missing: "nan; null; none; -; –; —; .; ..; ...; …; ?; n/a; na; #n/a; undefined",
};
