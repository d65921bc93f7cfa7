// Tables, forms and templates of evaluation offices, each in the smallest invented report that shows it.

import { expect, it } from "vitest";
import { type Layout, triedLayout } from "./layout-trial.ts";

const layouts: Readonly<Record<string, Layout>> = {
  "codes (R1, LL1, GP1) with lines of fields, a summary in other words, terms of reference": {
    format: "txt",
    text: `Independent final evaluation of the Coral Coast project

Table of contents

Executive summary 3
1. Background 5
2. Methodology 7
3. Findings 9
4. Recommendations 15
5. Lessons learned 17
6. Emerging good practices 18

Executive summary

The project helped fishers. Eight recommendations are made.

Main recommendations

- Enrol seasonal fishers before the season begins.
- Merge the two registers of the fund and the ministry.
- Publish the accounts of the fund each year.

1. Background

Fishers on the invented coast had no pension, although the law of 2004 promised one to every worker who paid.

2. Methodology

The evaluation asked which lessons can be learned and which recommendations follow. Forty persons were interviewed.

3. Findings

The register grew from four to nine thousand persons in two years. Interviewees recommended that the office open on Saturdays.

4. Recommendations

The following recommendations are based on the findings.

R1. The fund should enrol seasonal fishers before the season begins.
Addressed to: Pension fund; Ministry of Fisheries
Priority: High
Resource implications: Low
Timing: Short-term

R2. The fund and the ministry should merge their two registers.
Addressed to: Pension fund
Priority: Medium
Resource implications: Medium
Timing: Medium-term

R3. The fund should publish its accounts every year.
Addressed to: Pension fund
Priority: Low
Resource implications: None
Timing: Long-term

5. Lessons learned

LL1. A register that is read aloud is corrected by those who listen.

LL2. Contributions that follow the catch are paid; those that follow the month are not.

6. Emerging good practices

GP1. The harbour master collects contributions when boats are refuelled.

Annex 1. Terms of reference

1. Background

The project is to be evaluated.

2. Outputs

The evaluator should make recommendations and identify lessons learned:

- Recommendations should be addressed to named partners.
- Lessons learned should be described in the template.
`,
    expected: [
      "recommendation|1|The fund should enrol",
      "recommendation|2|The fund and the ministry",
      "recommendation|3|The fund should publish",
      "lesson-learned|1|A register",
      "lesson-learned|2|Contributions",
      "good-practice|1|The harbour master",
    ],
  },
  "French headings “Recommandation n° 1” with a small table of fields below each": {
    format: "html",
    text: `<h1>Évaluation finale du projet Plaines</h1><h2>4. Recommandations</h2><p>Cette section présente les recommandations de l'évaluation.</p>
<h3>Recommandation n° 1 : Aligner les cotisations sur la récolte</h3><p>Les paysans paient après la récolte ; la caisse devrait en tenir compte.</p>
<table><tr><th>Responsable</th><th>Priorité</th><th>Ressources</th><th>Délai</th></tr><tr><td>Caisse ; ministère du Travail</td><td>Élevée</td><td>Faibles</td><td>Court terme</td></tr></table>
<h3>Recommandation n° 2 : Former deux agents par district</h3><p>Chaque agent tiendrait le registre de quatre villages.</p>
<table><tr><th>Responsable</th><th>Priorité</th><th>Ressources</th><th>Délai</th></tr><tr><td>BIT</td><td>Moyenne</td><td>Moyennes</td><td>Moyen terme</td></tr></table>
<h2>5. Leçons apprises</h2><h3>Leçon apprise 1</h3><p>Une caisse vit de la confiance de ses membres.</p><h3>Leçon apprise 2</h3><p>Le registre papier a survécu à la panne.</p>
<h2>6. Bonnes pratiques émergentes</h2><p>Bonne pratique émergente 1 : Le carnet bilingue est lu à haute voix.</p>`,
    expected: [
      "recommendation|1|Aligner",
      "recommendation|2|Former",
      "lesson-learned|1|Une caisse",
      "lesson-learned|2|Le registre",
      "good-practice|1|Le carnet",
    ],
  },
  "a Portuguese recommendation table that the summary repeats in bullets": {
    format: "html",
    text: `<h1>Avaliação do projeto Mar</h1><h2>Resumo executivo</h2><h3>Recomendações</h3><ul><li>Inscrever os pescadores sazonais antes da época.</li><li>Juntar os dois registos.</li></ul><h2>5. Recomendações</h2>
<table><tr><th>Nº</th><th>Recomendação</th><th>Destinatário</th><th>Prioridade</th><th>Prazo</th><th>Recursos</th></tr>
<tr><td>1</td><td>O instituto deve inscrever os pescadores sazonais antes de cada época de pesca.</td><td>Instituto; Ministério</td><td>Alta</td><td>Curto prazo</td><td>Baixos</td></tr>
<tr><td>2</td><td>O instituto e o ministério devem juntar os dois registos num só.</td><td>Instituto</td><td>Média</td><td>Médio prazo</td><td>Médios</td></tr></table>
<h2>6. Lições aprendidas</h2><p>O recibo no cais vale mais do que a campanha na rádio.</p><p>Os mestres inscrevem quando os vizinhos inscrevem.</p>`,
    expected: [
      "recommendation|1|O instituto deve",
      "recommendation|2|O instituto e",
      "lesson-learned|null|O recibo",
      "lesson-learned|null|Os mestres",
    ],
  },
  "a response table with a column for the verdict beside its reasons": {
    format: "html",
    text: `<h1>Management response</h1><h2>Management response to the evaluation of Lakes</h2><table><tr><th>Recommendation</th><th>Accepted / Partially accepted / Rejected</th><th>Management response</th><th>Key actions</th><th>Responsible</th><th>Timeframe</th><th>Status</th></tr>
<tr><td>1. Strengthen the registry of domestic workers and link it to the tax office.</td><td>Accepted</td><td>The ministry agrees and will begin in July.</td><td>1.1 Sign a protocol with the tax office</td><td>Registry</td><td>December 2025</td><td>Not started</td></tr>
<tr><td>2. Develop a payment calendar and publish it in each district office.</td><td>Partially accepted</td><td>The calendar will be kept in the main offices only.</td><td>2.1 Draft the calendar</td><td>Finance</td><td>Q1 2026</td><td>Ongoing</td></tr></table>`,
    expected: [
      "recommendation|1|Strengthen",
      "management-response|1|",
      "recommendation|2|Develop",
      "management-response|2|",
    ],
  },
  "Portuguese templates printed as lines": {
    format: "txt",
    text: `Anexo 4. Lições aprendidas

Lição aprendida 1

Título do projeto: Mar Seguro
Nome do avaliador: Inês Prado

Breve descrição da lição aprendida (ligação a ação ou tarefa específica): A inscrição cresce quando o recibo chega ao cais.

Contexto e quaisquer pré-condições relacionadas: Portos sem banco nem rede móvel.

Utilizadores visados / Beneficiários: Pescadores e peixeiras.

Desafios / lições negativas - fatores causais: O transporte falhou no inverno.

Sucesso / questões positivas - fatores causais: Os mestres foram ouvidos primeiro.

Questões administrativas da OIT (pessoal, recursos, conceção, implementação): Faltou orçamento para viagens.

Anexo 5. Boas práticas emergentes

Boa prática 1

Breve resumo da boa prática (ligação ao objetivo do projeto): As peixeiras levam o formulário às canoas.

Condições relevantes e contexto: limitações ou conselhos: Só onde há peixeiras organizadas.

Potencial de replicação e por quem: Outros portos, pelo instituto.
`,
    expected: ["lesson-learned|1|A inscrição cresce", "good-practice|1|As peixeiras levam"],
  },
  "a table for each recommendation, its text in the first row": {
    format: "html",
    text: `<h1>Evaluation</h1><h2>Recommendations</h2><table><tr><td>Recommendation 1: Extend the scheme to home workers by 2027.</td></tr><tr><td>Addressed to</td><td>Priority</td><td>Time frame</td><td>Resource implications</td></tr><tr><td>ILO, Ministry</td><td>High</td><td>Short term</td><td>Low</td></tr></table><table><tr><td>Recommendation 2: Simplify the claim form and print it in two languages.</td></tr><tr><td>Addressed to</td><td>Priority</td><td>Time frame</td><td>Resource implications</td></tr><tr><td>Fund</td><td>Medium</td><td>Medium term</td><td>Medium</td></tr></table>`,
    expected: ["recommendation|1|Extend the scheme", "recommendation|2|Simplify"],
  },
  "templates of lessons and emerging good practices in annexes": {
    format: "html",
    text: `<h1>Evaluation</h1><h2>Annex 3: Lessons learned</h2><h3>ILO Lesson Learned Template</h3><table><tr><td colspan="2">Project Title: Lakes  Project TC/SYMBOL: LAK/19/01/XYZ</td></tr><tr><td>LL Element</td><td>Text</td></tr><tr><td>Brief description of lesson learned (link to specific action or task)</td><td>Benefits that are paid in the market are collected by women.</td></tr><tr><td>Context and any related preconditions</td><td>Weekly markets.</td></tr><tr><td>Targeted users / Beneficiaries</td><td>Market women.</td></tr><tr><td>Challenges /negative lessons - Causal factors</td><td>Storms.</td></tr><tr><td>Success / Positive Issues - Causal factors</td><td>Known paymasters.</td></tr><tr><td>ILO Administrative Issues (staff, resources, design, implementation)</td><td>One vehicle.</td></tr></table><h2>Annex 4: Emerging good practices</h2><table><tr><td>GP Element</td><td>Text</td></tr><tr><td>Brief summary of the good practice (link to project goal or specific deliverable, background, purpose, etc.)</td><td>Paymasters read the list aloud before they pay.</td></tr><tr><td>Relevant conditions and Context: limitations or advice in terms of applicability and replicability</td><td>Small markets.</td></tr><tr><td>Establish a clear cause-effect relationship</td><td>Errors are heard.</td></tr><tr><td>Indicate measurable impact and targeted beneficiaries</td><td>Complaints fell by half.</td></tr><tr><td>Potential for replication and by whom</td><td>Other funds.</td></tr><tr><td>Upward links to higher ILO Goals (DWCPs, Country Programme Outcomes or ILO’s Strategic Programme Framework)</td><td>Outcome 8.</td></tr><tr><td>Other documents or relevant comments</td><td></td></tr></table>`,
    expected: ["lesson-learned|null|Benefits that are paid", "good-practice|null|Paymasters"],
  },
  "a French table with a title row over its heads": {
    format: "html",
    text: `<h1>Évaluation</h1><h2>Recommandations</h2><p>Le tableau 4 récapitule les recommandations.</p><table><caption>Tableau 4. Recommandations</caption><tr><td colspan="5">Recommandations stratégiques</td></tr><tr><th>N°</th><th>Recommandations</th><th>Destinataires</th><th>Priorité</th><th>Échéance</th></tr><tr><td>R1</td><td>Élargir la couverture aux apprentis de la couture et du bâtiment.</td><td>Ministère</td><td>Haute</td><td>Fin 2025</td></tr><tr><td>R2</td><td>Publier chaque trimestre les comptes de la caisse.</td><td>Caisse</td><td>Moyenne</td><td>2026</td></tr></table>`,
    expected: ["recommendation|1|Élargir", "recommendation|2|Publier"],
  },
  "a French response in lines, with actions": {
    format: "txt",
    text: `Réponse de la direction à l'évaluation

Recommandation 1 : Renforcer le registre des travailleuses domestiques.

Réponse de la direction : Acceptée. Le ministère commencera en juillet.

Actions clés :

1. Signer un protocole avec le fisc – Direction du registre, décembre 2025

2. Former dix agents – Direction de la formation, mars 2026

Recommandation 2 : Publier un calendrier de paiement.

Réponse de la direction : Partiellement acceptée. Le calendrier sera affiché dans les bureaux principaux seulement.

Actions clés :

1. Rédiger le calendrier – Direction des finances, janvier 2026

Recommandation 3 : Supprimer le ticket modérateur.

Réponse de la direction : Rejetée. La loi ne le permet pas.
`,
    expected: [
      "recommendation|1|Renforcer",
      "management-response|1|Acceptée",
      "recommendation|2|Publier",
      "management-response|2|Partiellement",
      "recommendation|3|Supprimer",
      "management-response|3|Rejetée",
    ],
  },
  "headings with a form of fields below each": {
    format: "html",
    text: `<h1>Evaluation</h1><h2>5 Recommendations</h2><h3>Recommendation 1</h3><p><strong>Extend the scheme to the hills.</strong></p><p>Rationale: the hills hold a third of the poor.</p><p>Suggested steps:</p><ul><li>Hire agents.</li><li>Buy radios.</li></ul><table><tr><td>Addressed to</td><td>Ministry</td></tr><tr><td>Priority</td><td>High</td></tr><tr><td>Timeframe</td><td>6 months</td></tr></table><h3>Recommendation 2</h3><p>Simplify the form.</p><table><tr><td>Addressed to</td><td>Fund</td></tr><tr><td>Priority</td><td>Low</td></tr><tr><td>Timeframe</td><td>12 months</td></tr></table>`,
    expected: ["recommendation|1|Extend", "recommendation|2|Simplify"],
  },
  "columns for lessons and practices": {
    format: "html",
    text: `<h1>Evaluation</h1><h2>Lessons learned and good practices</h2><table><tr><th>Lessons learned</th><th>Context</th><th>Users</th></tr><tr><td>Benefits paid in the market are collected by women.</td><td>Weekly markets</td><td>Market women</td></tr></table><table><tr><th>Good practice</th><th>Replicability</th></tr><tr><td>Paymasters read the list aloud before they pay.</td><td>High in small markets</td></tr></table>`,
    expected: ["lesson-learned|null|Benefits", "good-practice|null|Paymasters"],
  },
  "a Spanish response table with several actions a response": {
    format: "html",
    text: `<h1>Respuesta de la gerencia</h1><table><tr><th>Recomendación</th><th>Respuesta de la gerencia</th><th>Acciones clave</th><th>Unidad responsable</th><th>Plazo</th><th>Estado</th></tr><tr><td>Recomendación 1. Ampliar la cobertura a las recolectoras.</td><td>Aceptada</td><td>1.1 Emitir el reglamento</td><td>Ministerio</td><td>Junio 2026</td><td>Iniciada</td></tr><tr><td></td><td></td><td>1.2 Formar promotoras</td><td>Instituto</td><td>Diciembre 2026</td><td>Pendiente</td></tr><tr><td>Recomendación 2. Eliminar el copago en los municipios mineros.</td><td>Rechazada. La ley no lo permite.</td><td></td><td></td><td></td><td></td></tr></table>`,
    expected: [
      "recommendation|1|Ampliar",
      "management-response|1|Aceptada",
      "recommendation|2|Eliminar",
      "management-response|2|Rechazada",
    ],
  },
  "a matrix of findings, conclusions and recommendations": {
    format: "html",
    text: `<h1>Evaluation</h1><h2>8. Recommendations</h2><table><tr><th>Finding</th><th>Conclusion</th><th>Recommendation</th><th>Responsible</th><th>Priority</th></tr><tr><td>Payments were late in nine of ten months.</td><td>Delays undo trust.</td><td>Publish a payment calendar and keep to it.</td><td>Treasury</td><td>High</td></tr><tr><td>Half of the forms came back incomplete.</td><td>The form is too long.</td><td>Cut the form to two pages.</td><td>Ministry</td><td>Medium</td></tr></table>`,
    expected: ["recommendation|null|Publish", "recommendation|null|Cut the form"],
  },
  "a response in lines: response, explanation, action, responsible, deadline, status": {
    format: "txt",
    text: `Management response

Recommendation 1: Open the desk in the evening.

Response: Accepted

Explanation: The fund will open two evenings a week.

Action: Hire two clerks
Responsible: Director of operations
Deadline: 31/12/2025
Status: Ongoing

Recommendation 2: Print the form in two languages.

Response: Not accepted

Explanation: There is one official language.
`,
    expected: [
      "recommendation|1|Open the desk",
      "management-response|1|Accepted",
      "recommendation|2|Print",
      "management-response|2|Not accepted",
    ],
  },
  "headings with codes and a line of fields": {
    format: "html",
    text: `<h1>Evaluation</h1><h2>Recommendations</h2><h4>R1: Open the desk</h4><p>The fund should open the desk in the evening.</p><p>Addressed to: Fund. Priority: High. Timeframe: Short term. Resources: Low.</p><h4>R2: Print the form</h4><p>The ministry should print the form in two languages.</p><p>Addressed to: Ministry. Priority: Low. Timeframe: Long term. Resources: Low.</p><h2>Emerging good practices</h2><h4>EGP1: Reading the list aloud</h4><p>Clerks read the list aloud each Friday.</p>`,
    expected: [
      "recommendation|1|Open the desk",
      "recommendation|2|Print the form",
      "good-practice|1|Reading",
    ],
  },
  "a French template of lessons learned": {
    format: "html",
    text: `<h1>Rapport</h1><h2>Annexe 5 : Fiches de leçons apprises</h2><table><tr><td>Titre du projet : Plaines</td><td></td></tr><tr><td>Élément de la leçon apprise</td><td>Texte</td></tr><tr><td>Brève description de la leçon apprise (lien vers l'action ou tâche spécifique)</td><td>Une caisse vit de la confiance de ses membres.</td></tr><tr><td>Contexte et toutes conditions préalables</td><td>Villages sans banque.</td></tr><tr><td>Utilisateurs ciblés / Bénéficiaires</td><td>Paysans.</td></tr><tr><td>Défis / leçons négatives – Facteurs de causalité</td><td>Sécheresse.</td></tr><tr><td>Succès / Questions positives – Facteurs de causalité</td><td>Comités actifs.</td></tr><tr><td>Questions administratives du BIT</td><td>Aucune.</td></tr></table>`,
    expected: ["lesson-learned|null|Une caisse"],
  },
};

it.each(Object.entries(layouts))("%s: all passages and no others", async (_, layout) => {
  expect(await triedLayout(layout)).toEqual(layout.expected);
});
