// Recommendations and lessons in lists, headings and running text, in small invented reports.

import { expect, it } from "vitest";
import { type Layout, triedLayout } from "./layout-trial.ts";

const layouts: Readonly<Record<string, Layout>> = {
  "Spanish lists sorted by addressee in lead-in lines": {
    format: "txt",
    text: `Evaluación final del proyecto Sierra

5. Recomendaciones

A partir de las conclusiones, se formulan las siguientes recomendaciones:

A la OIT:

a) Continuar la asistencia técnica al instituto durante dos años.
b) Publicar la guía en las dos lenguas de la sierra.

Al Gobierno:

c) Reformar el reglamento de afiliación para incluir a las tejedoras.

A los interlocutores sociales:

d) Designar a una persona de enlace en cada federación.

6. Lecciones aprendidas

Se identificaron las siguientes lecciones aprendidas:

1. La afiliación crece cuando la promueven las propias tejedoras.
2. Un convenio sin presupuesto no se cumple.

7. Buenas prácticas

El uso de la radio comunitaria para anunciar los pagos resultó eficaz y barato.
`,
    expected: [
      "recommendation|(a)|Continuar",
      "recommendation|(b)|Publicar",
      "recommendation|(c)|Reformar",
      "recommendation|(d)|Designar",
      "lesson-learned|1|La afiliación",
      "lesson-learned|2|Un convenio",
      "good-practice|null|El uso de la radio",
    ],
  },
  "sub-headings that say what to do, with reasons below, and lessons under themes": {
    format: "html",
    text: `<h1>Evaluation of Lakes</h1><h2>Recommendations</h2><p>Five actions follow from the conclusions.</p><h3>Strengthen the registry of domestic workers</h3><p>The registry holds a third of those who work. The ministry could link it to the tax office.</p><ul><li>Link the two systems</li><li>Train ten clerks</li></ul><h3>Develop a payment calendar</h3><p>Late payments were the main complaint.</p><h3>Appoint a focal point in each district</h3><p>Districts without one paid later.</p><h2>Lessons learned</h2><h3>Trust</h3><p>People pay where they know the clerk.</p><h3>Timing</h3><p>A campaign in the rainy season reaches nobody.</p>`,
    expected: [
      "recommendation|null|Strengthen",
      "recommendation|null|Develop",
      "recommendation|null|Appoint",
      "lesson-learned|null|People pay",
      "lesson-learned|null|A campaign",
    ],
  },
  "recommendations that stand after the findings they follow from": {
    format: "txt",
    text: `Evaluation of the Delta programme

3. Findings

3.1 Relevance

The programme met a need that unions had named in three successive congresses since 2009.

Recommendation 1: The union should keep the desk for boat workers open.

3.2 Efficiency

Half the budget was spent in the last six months because procurement rules changed twice.

Recommendation 2: The office should plan procurement with the first work plan.

3.3 Sustainability

The desk depends on one donor and has no other source of income at present.

Recommendation 3: The ministry should take the desk into its budget.
`,
    expected: ["recommendation|1|The union", "recommendation|2|The office", "recommendation|3|The ministry"],
  },
  "French run-in heads in bold marks, strategic and operational": {
    format: "txt",
    text: `Rapport d'évaluation

6. RECOMMANDATIONS

6.1 Recommandations stratégiques

**Recommandation stratégique 1 : Élargir la couverture aux apprentis.** Les apprentis restent exclus. Le ministère devrait modifier le décret.

**Recommandation stratégique 2 : Consolider le dialogue social.** Le comité ne s'est réuni que deux fois.

6.2 Recommandations opérationnelles

**Recommandation opérationnelle 1 : Publier le calendrier des paiements.** Il serait affiché dans chaque mairie.

7. ENSEIGNEMENTS TIRÉS

• La présence d'un conseiller à l'atelier emporte la décision.
• Les cotisations affichées au jour effraient moins.
`,
    expected: [
      "recommendation|1|Élargir",
      "recommendation|2|Consolider",
      "recommendation|1|Publier",
      "lesson-learned|null|La présence",
      "lesson-learned|null|Les cotisations",
    ],
  },
  "an ordered list with bullets inside its items": {
    format: "html",
    text: `<h1>Review</h1><h2>7. Recommendations</h2><p>It is recommended that the Government and the ILO:</p><ol><li>Extend maternity benefits to home workers, in particular by:<ul><li>amending the decree of 2012;</li><li>informing home workers through radio.</li></ul></li><li>Set up a joint committee.<p>It would meet twice a year.</p></li><li>Train inspectors.</li></ol><h2>8. Challenges</h2><ul><li>Staff turnover was high.</li></ul>`,
    expected: ["recommendation|1|Extend", "recommendation|2|Set up", "recommendation|3|Train"],
  },
  "Spanish names with “Nº” and a dash, without any chapter": {
    format: "txt",
    text: `Informe final

Recomendación Nº 1. – Ampliar la cobertura del seguro a las recolectoras. El ministerio debería emitir el reglamento.

Recomendación Nº 2. – Revisar el calendario de pagos con las asociaciones.

Lección aprendida 1: Quien pesa, paga.

Buena práctica 1: Las recolectoras eligen a su delegada en asamblea.
`,
    expected: [
      "recommendation|1|Ampliar",
      "recommendation|2|Revisar",
      "lesson-learned|1|Quien pesa",
      "good-practice|1|Las recolectoras",
    ],
  },
  "long paragraphs in bold with an explanation below": {
    format: "html",
    text: `<h1>Evaluation</h1><h2>Recommendations</h2><p><strong>The ILO should, in close cooperation with the social partners and the ministry, extend the assistance to the three provinces that were left out.</strong></p><p>The three provinces hold a third of home workers. No partner works there.</p><p><strong>The ministry should bring the two registers together and name one office that answers for the result.</strong></p><p>Two registers cost twice and are both wrong.</p>`,
    expected: ["recommendation|null|The ILO should", "recommendation|null|The ministry should"],
  },
  "numbers in words": {
    format: "txt",
    text: `Evaluation

Recommendation One: Keep the desk open.

Recommendation Two: Train the clerks.

First lesson: Desks need people.
`,
    expected: ["recommendation|1|Keep", "recommendation|2|Train"],
  },
  "short run-in heads with remarks in parentheses": {
    format: "txt",
    text: `Evaluation of Hills

Conclusions

Conclusion 1 – The scheme is relevant.

Recommendations

Rec. 1: Extend the scheme to the hills. (ILO; high priority; short term)

Rec. 2: Print the form in two languages. (Fund; low priority)

REC 3: Train ten clerks. (Fund)

Lessons

Lesson 1. Clerks who speak the language of the hills enrol twice as many.

Lesson 2. Forms printed in one language stay on the shelf.
`,
    expected: [
      "recommendation|1|Extend",
      "recommendation|2|Print",
      "recommendation|3|Train",
      "lesson-learned|1|Clerks",
      "lesson-learned|2|Forms",
    ],
  },
  "lessons and recommendations in one chapter of numbered paragraphs": {
    format: "txt",
    text: `Implementation Completion and Results Report

VI. LESSONS AND RECOMMENDATIONS

88. Early agreement on a single registry avoids years of parallel lists. In the project two ministries kept their own lists until the third year.

89. Payment by mobile phone works where agents have cash. Agents ran out of cash in four districts.

90. The next operation should finance agents before it moves payments to phones.
`,
    expected: [
      "lesson-learned|88|Early agreement",
      "lesson-learned|89|Payment by mobile",
      "recommendation|90|The next operation",
    ],
  },
  "Spanish numbered paragraphs, each with its reasons, and a chapter of two kinds": {
    format: "txt",
    text: `Evaluación

VII. RECOMENDACIONES

1. Fortalecer el registro de trabajadoras del hogar.

El registro cubre un tercio de las trabajadoras. Vincularlo con la administración tributaria permitiría ampliarlo.

2. Diseñar un calendario de pagos.

Los retrasos fueron la principal queja.

3. Nombrar un punto focal en cada distrito.

Los distritos sin punto focal pagaron más tarde.

VIII. LECCIONES APRENDIDAS Y BUENAS PRÁCTICAS

8.1 Lecciones aprendidas

La confianza se gana pagando a tiempo.

8.2 Buenas prácticas

El pago en el mercado, con lista leída en voz alta, redujo los errores.
`,
    expected: [
      "recommendation|1|Fortalecer",
      "recommendation|2|Diseñar",
      "recommendation|3|Nombrar",
      "lesson-learned|null|La confianza",
      "good-practice|null|El pago",
    ],
  },
  "Portuguese numbered sub-headings": {
    format: "html",
    text: `<h1>Avaliação</h1><h2>6. Recomendações</h2><h3>6.1. Alargar a cobertura às empregadas domésticas</h3><p>Só um terço está inscrito.</p><h3>6.2. Simplificar o formulário</h3><p>O formulário tem nove páginas.</p><h3>6.3. Criar um balcão único</h3><p>As pessoas visitam três balcões.</p><h2>7. Limitações</h2><p>A avaliação não visitou as ilhas por falta de transporte regular.</p>`,
    expected: ["recommendation|6.1|Alargar", "recommendation|6.2|Simplificar", "recommendation|6.3|Criar"],
  },
  "French sub-headings “À l'endroit du …”": {
    format: "html",
    text: `<h1>Rapport</h1><h2>VI. Recommandations</h2><h3>À l'endroit du Gouvernement</h3><ul><li>Adopter le décret d'application de la loi de 2019 ;</li><li>Allouer une ligne budgétaire à la caisse.</li></ul><h3>À l'endroit du BIT</h3><ul><li>Poursuivre l'assistance technique.</li></ul><h3>À l'endroit des partenaires sociaux</h3><ul><li>Sensibiliser les membres.</li></ul><h2>VII. Leçons apprises et bonnes pratiques</h2><h3>Leçons apprises</h3><ul><li>Le dialogue tripartite prend du temps.</li></ul><h3>Bonnes pratiques</h3><ul><li>Les comités locaux tiennent leur registre.</li></ul>`,
    expected: [
      "recommendation|null|Adopter",
      "recommendation|null|Allouer",
      "recommendation|null|Poursuivre",
      "recommendation|null|Sensibiliser",
      "lesson-learned|null|Le dialogue",
      "good-practice|null|Les comités",
    ],
  },
  "flat French plain text with a table of contents and lines of fields": {
    format: "txt",
    text: `RAPPORT D'ÉVALUATION FINALE

SOMMAIRE

Introduction ............................ 4
Recommandations ......................... 22
Leçons apprises ......................... 25

INTRODUCTION

Le présent rapport rend compte de l'évaluation du projet, menée de mars à juin.

RECOMMANDATIONS

Recommandation no. 1
Mettre à jour le fichier des affiliés.
Destinataire : Caisse
Priorité : haute
Délai : court terme

Recommandation no. 2
Ouvrir un guichet au port.
Destinataire : Ministère
Priorité : moyenne
Délai : moyen terme

LEÇONS APPRISES

Leçon 1 : un fichier vit de ses mises à jour.

Leçon 2 : un guichet au port vaut mieux que trois en ville.

BONNES PRATIQUES

Bonne pratique 1 : la lecture publique du fichier.
`,
    expected: [
      "recommendation|1|Mettre à jour",
      "recommendation|2|Ouvrir",
      "lesson-learned|1|un fichier",
      "lesson-learned|2|un guichet",
      "good-practice|1|la lecture",
    ],
  },
  "Spanish paragraphs that begin “Se recomienda”": {
    format: "txt",
    text: `Informe de evaluación

5. Recomendaciones

Se recomienda al Ministerio actualizar el registro cada seis meses. El registro actual data de 2015.

Se recomienda a la OIT acompañar la reforma durante dos años.

Se sugiere a los sindicatos nombrar delegadas en cada puerto.

6. Lecciones aprendidas

Una primera lección es que el registro envejece si nadie lo lee.

Una segunda lección se refiere a los plazos: seis meses no bastan para reformar un reglamento.
`,
    expected: [
      "recommendation|null|Se recomienda al",
      "recommendation|null|Se recomienda a la",
      "recommendation|null|Se sugiere",
      "lesson-learned|null|Una primera",
      "lesson-learned|null|Una segunda",
    ],
  },
  "Portuguese names without numbers before a colon": {
    format: "html",
    text: `<h1>Relatório</h1><h2>Conclusões e recomendações</h2><h3>Conclusões</h3><p>O projeto cumpriu metade das metas e deixou as ilhas de fora.</p><h3>Recomendações</h3><p>Recomenda-se ao instituto que abra um balcão no porto.</p><p>O ministério deve publicar as contas todos os anos.</p><h2>Lições aprendidas e boas práticas</h2><p><strong>Lição aprendida:</strong> O balcão no porto chega a quem trabalha.</p><p><strong>Boa prática:</strong> A leitura pública da lista.</p>`,
    expected: [
      "recommendation|null|Recomenda-se",
      "recommendation|null|O ministério",
      "lesson-learned|null|O balcão",
      "good-practice|null|A leitura",
    ],
  },
  "lessons with a bold beginning": {
    format: "html",
    text: `<h1>Evaluation</h1><h2>Lessons learned</h2><p>Several lessons emerge from the project.</p><ul><li><strong>On design:</strong> a project of two years cannot reform a law.</li><li><strong>On partners:</strong> unions open doors that ministries keep closed.</li></ul><h2>Good practices</h2><p>The following practices were found to be good:</p><ul><li>Reading the list aloud.</li></ul><h2>Limitations</h2><ul><li>The islands could not be visited during the mission.</li></ul>`,
    expected: [
      "lesson-learned|null|On design",
      "lesson-learned|null|On partners",
      "good-practice|null|Reading",
    ],
  },
};

it.each(Object.entries(layouts))("%s: all passages and no others", async (_, layout) => {
  expect(await triedLayout(layout)).toEqual(layout.expected);
});
