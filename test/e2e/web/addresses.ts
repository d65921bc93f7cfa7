// One or more real addresses for every route of the pages. A route without one fails the accessibility test.

import { reviewAddresses } from "./review-addresses.ts";

const run = "/indexes/runs/income-security-v1-demo-indicators-1";
const compared = "from=old-age-demonstration-v1-demo-old-age-1&to=old-age-demonstration-v2-demo-old-age-2";
const release = "/data/demo-indicators-1";
const people = "/surveys/XAA_2024_PSS_v01_M";
const score = "/trace?id=score:income-security-v1-demo-indicators-1/XAA/income.outcome/2024";

type Addresses = Readonly<Record<string, readonly [string, ...string[]]>>;

/** @param report SHA-256 of a report of the demonstration */
export const addressesByRoute = (report: string): Addresses => ({
  "/": ["/"],
  "/access": ["/access"],
  "/claim": ["/claim"],
  "/countries": ["/countries", "/countries?show=c102", "/countries?view=table", "/countries?q=zzzz"],
  "/countries/$code": [
    "/countries/XAA",
    "/countries/XAA?view=table&series=table&time=table&drivers=table&coverage=table&sex=table",
    "/countries/ALB",
    "/countries/ZZZ",
  ],
  "/countries/compare": ["/countries/compare", "/countries/compare?areas=XAA,XAB,XAC"],
  "/countries/old-age": ["/countries/old-age", "/countries/old-age?area=XAB"],
  "/data": ["/data", "/data?state=withdrawn&asOf=2020-01-01"],
  "/data/$release/changes": [`${release}/changes`, "/data/demo-old-age-2/changes"],
  "/data/latest/$series": ["/data/latest/demo-indicators"],
  "/data/$release": [`${release}?indicator=ISI_O_POV&area=XAA,XAB,XAC`, release],
  "/desk": ["/desk"],
  "/desk/studies/$id": ["/desk/studies/XAA_2024_PSS_v01_M"],
  "/indicators": ["/indicators", "/indicators?form=income&data=with", "/indicators?text=zzzz"],
  "/indicators/$id": [
    "/indicators/ISI_O_POV?area=XAA",
    "/indicators/ISI_I_C102?view=table",
    "/indicators/NONE",
  ],
  "/selections": ["/selections"],
  "/selections/$id": ["/selections/none"],
  "/indexes/compare": [
    "/indexes/compare",
    `/indexes/compare?${compared}&divide=values`,
    `/indexes/compare?${compared}&view=table&show=all`,
    "/indexes/compare?from=nothing-v1&to=nothing-v2",
  ],
  "/embed/search": ["/embed/search", "/embed/search?q=pension"],
  "/explore": [
    "/explore?show=flags,notes,source,unit",
    "/explore?pivot=area-indicator",
    "/explore?view=chart&indicator=ISI_O_POV&from=2022&to=2022",
    "/explore?view=map",
    "/explore?indicator=NONE",
  ],
  "/evidence": ["/evidence", "/evidence?text=zzzzqqqq", "/evidence?region=africa&text=protection"],
  "/evidence/evaluations/$id": ["/evidence/evaluations/ievd-E-2"],
  "/evidence/bulk": ["/evidence/bulk"],
  "/evidence/changes": ["/evidence/changes"],
  "/evidence/changes/$id": ["/evidence/changes/change-999"],
  "/evidence/duplicates": ["/evidence/duplicates"],
  "/evidence/evaluations/$id/edit": ["/evidence/evaluations/ievd-E-2/edit"],
  "/evidence/lessons": [
    "/evidence/lessons",
    "/evidence/lessons?branch=maternity&factor=internal",
    "/evidence/lessons?text=zzzzqqqq",
  ],
  "/evidence/lessons/$id": ["/evidence/lessons/lesson-0000000000000000-0-1"],
  "/evidence/evaluations/$id/history": ["/evidence/evaluations/ievd-E-2/history"],
  "/evidence/import-table": ["/evidence/import-table"],
  "/evidence/projects": ["/evidence/projects"],
  "/evidence/projects/$id": ["/evidence/projects/ZAM-16-50-IRL", "/evidence/projects/INT-00-000-AAA"],
  "/evidence/vocabularies": ["/evidence/vocabularies"],
  "/evidence/vocabularies/$id": ["/evidence/vocabularies/theme"],
  "/evidence/passages/$id": ["/evidence/passages/nothing-0-1"],
  "/evidence/reports/$sha256/record": [`/evidence/reports/${report}/record`],
  "/evidence/reports/$sha256/correct": [`/evidence/reports/${report}/correct`],
  "/evidence/advice": ["/evidence/advice", "/evidence/advice?group=rec-none"],
  "/evidence/follow-up": ["/evidence/follow-up", "/evidence/follow-up?by=year&view=table"],
  "/evidence/recommendations": [
    "/evidence/recommendations",
    "/evidence/recommendations?state=issued",
    "/evidence/recommendations?text=zzzzqqqq",
  ],
  "/evidence/recommendations/$id": ["/evidence/recommendations/rec-none"],
  "/evidence/reports/$sha256": [
    `/evidence/reports/${report}`,
    `/evidence/reports/${report}?view=passages`,
    `/evidence/reports/${"0".repeat(64)}`,
  ],
  "/evidence/saved/$id": ["/evidence/saved/search-0"],
  "/evidence/search": [
    "/evidence/search?q=pension",
    "/evidence/search",
    "/evidence/search?q=zzzzqqqq",
    "/evidence/search?q=penshun&kind=recommendation",
    "/evidence/search?q=(social",
  ],
  "/indexes": ["/indexes"],
  "/indexes/build": ["/indexes/build?release=demo-indicators-1"],
  "/indexes/runs/$id": [run, `${run}?view=table`, `${run}?w=1:3&view=table`],
  ...reviewAddresses,
  "/sign-in": ["/sign-in"],
  "/surveys": [
    "/surveys",
    "/surveys?kind=enterprise",
    "/surveys?list=variables&q=contract",
    "/surveys?list=variables&q=zzzz",
  ],
  "/surveys/$id": [
    people,
    `${people}?tab=dictionary&variable=persons:sex`,
    `${people}?tab=questionnaires`,
    `${people}?tab=tables`,
    `${people}?tab=indexes`,
    `${people}?tab=microdata`,
    "/surveys/NONE",
  ],
  "/surveys/$id/table": [
    `${people}/table`,
    "/surveys/XAD_2023_PSS_v01_M/table?variable=emctr&rows=agegr",
    `${people}/table?statistic=count&variable=nothing`,
  ],
  "/surveys/$id/indexes/$definition": ["/surveys/XAA_2024_ELFS_v01_M/indexes/hde", `${people}/indexes/none`],
  "/standards": ["/standards"],
  "/standards/$code": ["/standards/C102", "/standards/C102?view=table", "/standards/C999"],
  "/trace": [score, "/trace"],
});

/** Where most is drawn or coloured: looked at in both schemes and at both widths. */
export const drawnAddresses = (report: string): readonly string[] => [
  "/",
  "/countries?show=c102",
  "/countries/XAA",
  `/evidence/reports/${report}`,
  "/evidence/search?q=pension",
  run,
  score,
];
