// Whether a lesson or practice is about the matter (social protection, coverage, institutions) or about running
// a project (design, staff, budgets, monitoring). A proposal by wording; a person decides.

import { folded } from "./folded.ts";
import type { LessonNature } from "./passage-fields.ts";

const managerial =
  /\b(?:project (?:design|management|team|staff|duration|implementation|cycle|document|coordinator|closure|period|manager)|programme (?:design|management|team)|logframes?|logical framework|theory of change|work ?plans?|budgets?|procurement|recruitment|staff(?:ing)? (?:turnover|rotation)|staff|turnover|monitoring|m&e|baselines?|indicators?|reporting|disbursements?|inception|timelines?|deadlines?|exit strateg\w+|steering committees?|donors?|backstopping|no-cost extension|evaluations?|coordination (?:between|among|of) (?:agencies|partners|units)|implementing partners?|duree du projet|equipe (?:de|du) projet|gestion (?:de|du) projets?|conception (?:de|du) projets?|cadre logique|theorie du changement|plans? de travail|recrutements?|personnel|suivi(?:-evaluation)?|indicateurs?|donnees de reference|rapports? d'avancement|decaissements?|calendriers?|strategie de (?:sortie|desengagement)|comite de pilotage|bailleurs?|coordination (?:entre|inter)\S*|diseno del proyecto|gestion del? proyecto|equipo del? proyecto|marco logico|teoria del cambio|plan(?:es)? de trabajo|presupuestos?|contratacion|rotacion (?:de|del) personal|personal|seguimiento|monitoreo|linea de base|indicadores?|desembolsos?|cronogramas?|estrategia de salida|comite directivo|donantes?|desenho do projeto|gestao do projeto|equipa do projeto|equipe do projeto|quadro logico|teoria da mudanca|planos? de trabalho|orcamentos?|recrutamento|rotatividade|pessoal|monitoria|monitoramento|acompanhamento|desembolsos?|estrategia de saida|comite diretor|doadores?)\b/g;
const substantive =
  /\b(?:social (?:protection|security|insurance|assistance|dialogue|health)|pensions?|benefits?|contributions?|contributory|coverage|cash transfers?|unemployment|maternity|disabilit\w+|old[- ]age|workers?|employers?|employment|informal|formali[sz]ation|decent work|legislation|laws?|legal|regulations?|policy|policies|rights|wages?|labour inspection|inspectors?|trade unions?|tripartite|households?|women|gender|youth|migrants?|refugees?|child labour|beneficiar\w+|communit\w+|registr\w+|fiscal space|protection sociale|securite sociale|assurances?|assurance maladie|pensions?|prestations?|cotisations?|couverture|transferts? monetaires?|chomage|maternite|handicap\w*|vieillesse|travailleurs?|travailleuses?|employeurs?|emplois?|informel\w*|travail decent|lois?|legislation|politiques?|droits?|salaires?|syndicats?|tripartisme|tripartite|menages?|femmes?|jeunes|mutuelles?|communaut\w+|proteccion social|seguridad social|seguro social|pensiones|prestaciones|cotizaciones|cobertura|transferencias|desempleo|maternidad|discapacidad|vejez|trabajador[ae]s|empleadores|empleo|informal\w*|trabajo decente|leyes|ley|politicas?|derechos|salarios?|sindicatos?|tripartita|hogares|mujeres|jovenes|protecao social|seguranca social|previdencia|seguro|pensoes|prestacoes|contribuicoes|cobertura|transferencias|desemprego|maternidade|deficiencia|velhice|trabalhador[ae]s|empregadores|emprego|trabalho digno|leis?|politicas?|direitos|salarios?|familias|mulheres|jovens|inscricao)\b/g;

/** Words of a text that speak for one side, each once. */
const wordsOf = (text: string, pattern: RegExp) => [...new Set(text.match(pattern) ?? [])];

/**
 * A proposal whether a lesson is substantive or managerial; undefined where the wording says neither.
 *
 * @limits Counts words that speak for either side; a lesson about monitoring a pension fund speaks for both.
 */
export function lessonNature(text: string): LessonNature | undefined {
  const bare = folded(text);
  const [matter, running] = [wordsOf(bare, substantive), wordsOf(bare, managerial)];
  if (matter.length === running.length) return undefined;
  const value = matter.length > running.length ? "substantive" : "managerial";
  const [more, less] = value === "substantive" ? [matter, running] : [running, matter];
  const share = more.length / (more.length + less.length);
  return {
    value,
    confidence: Math.round((0.5 + 0.4 * (share - 0.5) * 2 * Math.min(1, more.length / 3)) * 100) / 100,
    reason: `It speaks of ${more
      .slice(0, 4)
      .map((word) => `“${word}”`)
      .join(", ")}${
      less.length > 0
        ? `, and less of ${less
            .slice(0, 2)
            .map((word) => `“${word}”`)
            .join(", ")}`
        : ""
    }.`,
  };
}
