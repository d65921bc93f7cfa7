// What looks like a recommendation or a lesson and is none, or stands there twice, in small invented reports.

import { expect, it } from "vitest";
import { type Layout, triedLayout } from "./layout-trial.ts";

const layouts: Readonly<Record<string, Layout>> = {
  "numbered paragraphs under “Conclusions and recommendations”": {
    format: "txt",
    text: `Evaluation

5. Conclusions and recommendations

The programme reached its main target and left two groups behind, as the findings show.

1. The fund should extend its opening hours to the evening.

2. The ministry should amend the decree on home workers.

3. The union should train its delegates in the new rules.

6. Lessons learned and good practices

- Delegates who can read the payslip find the errors.
- Registers kept by members are kept up to date.
`,
    expected: [
      "recommendation|1|The fund",
      "recommendation|2|The ministry",
      "recommendation|3|The union",
      "lesson-learned|null|Delegates",
      "lesson-learned|null|Registers",
    ],
  },
  "what became of earlier recommendations is not this report's": {
    format: "txt",
    text: `Final evaluation

2. Follow-up to the recommendations of the mid-term evaluation

Recommendation 1: Open an office on the island. Done in 2019.

Recommendation 2: Hire a second accountant. Not done.

3. Findings

The mid-term evaluation made the following recommendations:

- Open an office on the island.
- Hire a second accountant.

The office was opened in March 2019 and served four hundred persons in its first year.

4. Recommendations

4.1 For the Government

- The Government should pay the accountant from its own budget.

4.2 For the ILO

- The ILO should document the work of the island office.
`,
    expected: ["recommendation|null|The Government should", "recommendation|null|The ILO should"],
  },
  "paragraphs numbered 8.1.1 under sub-chapters by addressee": {
    format: "txt",
    text: `Evaluation report

8. Recommendations

8.1 Recommendations to the ministry

8.1.1 The ministry should adopt the decree before the end of the year.

8.1.2 The ministry should publish the list of registered firms.

8.2 Recommendations to the fund

8.2.1 The fund should pay benefits within thirty days.

9. Good practices identified

The fund telephones each injured worker two weeks after the accident.
`,
    expected: [
      "recommendation|8.1.1|The ministry should adopt",
      "recommendation|8.1.2|The ministry should publish",
      "recommendation|8.2.1|The fund should",
      "good-practice|null|The fund telephones",
    ],
  },
  "a summary whose recommendations share hardly a word with the chapter's": {
    format: "txt",
    text: `Evaluation of Bays

EXECUTIVE SUMMARY

Key recommendations

Recommendation 1: Extend opening hours.

Recommendation 2: Join the two registers.

RECOMMENDATIONS

Recommendation 1: The fund should open its counters in the evening so that workers need not lose a day's pay.

Rationale: Workers lose a day.

Recommendation 2: Fund and ministry should bring their lists of insured persons together under one office.

Rationale: Two lists are both wrong.

Priority: high
`,
    expected: ["recommendation|1|The fund should open", "recommendation|2|Fund and ministry"],
  },
  "questions, lessons of an earlier phase and wishes of others are none": {
    format: "txt",
    text: `Mid-term evaluation of Ports

1. Introduction

The purpose of this evaluation is to provide recommendations and lessons learned for the second phase.

2. Evaluation questions

- What lessons learned and good practices can be identified?
- Which recommendations does the evaluation make?

3. Lessons from the first phase

- The first phase was too short.

4. Findings

Stakeholders should have been consulted earlier, according to the unions, and the ministry agrees with them.

Union leaders recommended that the following services be added:

- A desk for pensioners
- A desk for widows

5. Way forward and recommendations

The evaluation team makes five recommendations, three to the ministry and two to the union.

Ministry of Labour

1. Open a desk in each port.
2. Print the form in two languages.
3. Train the clerks of the desk.

Dock workers' union

4. Collect complaints at the gate.
5. Report them every month.
`,
    expected: [
      "recommendation|1|Open a desk",
      "recommendation|2|Print",
      "recommendation|3|Train",
      "recommendation|4|Collect",
      "recommendation|5|Report",
    ],
  },
  "a good practice in a box, proposed actions": {
    format: "html",
    text: `<h1>Thematic evaluation</h1><h2>Findings</h2><p>Registration differs between towns, and the difference is explained by the desk where it happens.</p><div><p><strong>Box 1. Good practice: the school desk</strong></p><p>In Outer Bay the teacher fills in the form on the day of enrolment.</p></div><p>Payment is regular in five towns of six, and late in the sixth because it has no treasurer at present.</p><h2>Key lessons</h2><ol><li>Desks in schools reach those who do not come to the town hall.</li></ol><h2>Proposed actions</h2><ul><li>Make the school desk the rule in all towns.</li></ul>`,
    expected: ["good-practice|null|", "lesson-learned|1|Desks", "recommendation|null|Make the school"],
  },
  "plain text with lettered themes": {
    format: "txt",
    text: `Report

Recommendations

A. Governance

(i) The board should meet four times a year.
(ii) Minutes should be published.

B. Finance

(iii) The fund should hold a reserve of one year.
`,
    expected: [
      "recommendation|(i)|The board",
      "recommendation|(ii)|Minutes",
      "recommendation|(iii)|The fund",
    ],
  },
  "lessons and practices in running text behind a lead-in": {
    format: "txt",
    text: `Evaluation

Lessons Learned

The evaluation identified a number of lessons that may be useful to similar projects.

First, desks that open in the evening reach those who work. The desk in the port did so from the second year.

Second, forms in one language keep people away.

Good Practices

One practice stands out. The teacher fills in the form on the day of enrolment.

Challenges

The rainy season closed the roads for two months of each year, so that clerks could not travel.
`,
    expected: ["lesson-learned|null|First", "lesson-learned|null|Second", "good-practice|null|One practice"],
  },
  "bullets that say what the recommendations rest on": {
    format: "txt",
    text: `Evaluation

6. Recommendations

The recommendations draw on three sources:

- the findings of the evaluation;
- the workshop of June;
- interviews with donors.

Recommendation 1 – Open the desk in the evening (ILO, high priority)

The desk should be open two evenings a week.

Recommendation 2 – Print the form in two languages (Ministry, medium priority)

The form should be printed before the next season.
`,
    expected: ["recommendation|1|Open the desk", "recommendation|2|Print the form"],
  },
  "a list of links as table of contents, strategic and operational codes": {
    format: "html",
    text: `<h1>Final report</h1><h2>Table of Contents</h2><ul><li><a>Executive Summary</a></li><li><a>1. Context</a></li><li><a>5. Recommendations</a></li><li><a>6. Lessons Learned</a></li></ul><h2>Executive Summary</h2><p>The programme was evaluated in 2020 by a team of three.</p><p><strong>Key recommendations:</strong></p><ol><li>Strengthen coordination among the partners.</li><li>Invest in data.</li></ol><h2>1. Context</h2><p>The country invented for this text has nine provinces and two coasts.</p><h2>5. Recommendations</h2><h3>5.1 Strategic recommendations</h3><p><strong>SR1: Strengthen coordination among the partners through a single committee.</strong></p><p>The committee should meet monthly and publish minutes.</p><p><strong>SR2: Invest in data by funding the registry for five years.</strong></p><h3>5.2 Operational recommendations</h3><p><strong>OR1: Hire two statisticians before the end of the year.</strong></p><h2>6. Lessons Learned</h2><p><strong>Lesson #1: Data without users stays unused.</strong> The first portal was visited nine times.</p><p><strong>Lesson #2: Committees need minutes.</strong></p>`,
    expected: [
      "recommendation|1|Strengthen coordination among the partners through",
      "recommendation|2|Invest in data by",
      "recommendation|1|Hire",
      "lesson-learned|1|Data without",
      "lesson-learned|2|Committees",
    ],
  },
  "a list of tables, the status of an earlier evaluation's recommendations, an interview guide": {
    format: "txt",
    text: `Evaluation of Straits

LIST OF TABLES

Table 1. Recommendations by addressee 12
Table 2. Lessons learned by theme 14

EXECUTIVE SUMMARY

The evaluation covers four years. It makes two recommendations: (1) to open the desk in the evening; (2) to print the form in two languages.

RECOMMENDATIONS

1. Open the desk in the evening.

2. Print the form in two languages.

LESSONS LEARNED

1. Desks that open in the evening are used.

ANNEX A. STATUS OF RECOMMENDATIONS OF THE 2015 EVALUATION

1. Hire a clerk. Done.

2. Buy a boat. Not done.

ANNEX B. INTERVIEW GUIDE

1. What would you recommend?

2. Which lessons did you learn?
`,
    expected: ["recommendation|1|Open the desk", "recommendation|2|Print", "lesson-learned|1|Desks"],
  },
  "lettered steps below numbered recommendations": {
    format: "txt",
    text: `Evaluation

Recommendations

1. Improve the governance of the fund:
   a) publish minutes of the board;
   b) appoint an auditor.

2. Improve the finances of the fund:
   a) hold a reserve;
   b) publish accounts.
`,
    expected: ["recommendation|1|Improve the governance", "recommendation|2|Improve the finances"],
  },
  "paragraphs whose bullets spell them out": {
    format: "html",
    text: `<h1>Evaluation</h1><h2>Recommendations</h2><p>The ministry should strengthen the registry of domestic workers and link it to the tax office. To this end, it should:</p><ul><li>sign a protocol with the tax office;</li><li>train ten clerks.</li></ul><p>The fund should open its counters to those who cannot come during the working day, in particular by:</p><ul><li>opening two evenings a week;</li><li>sending a clerk to the port.</li></ul>`,
    expected: [
      "recommendation|null|The ministry should strengthen",
      "recommendation|null|The fund should open",
    ],
  },
  "addressees in lead-in lines whose bullets are the items": {
    format: "html",
    text: `<h1>Evaluation</h1><h2>Recommendations</h2><p>The ministry should:</p><ul><li>sign a protocol with the tax office;</li><li>train ten clerks.</li></ul><p>The fund should:</p><ul><li>open two evenings a week.</li></ul>`,
    expected: ["recommendation|null|sign", "recommendation|null|train", "recommendation|null|open two"],
  },
};

it.each(Object.entries(layouts))("%s: all passages and no others", async (_, layout) => {
  expect(await triedLayout(layout)).toEqual(layout.expected);
});
