// Addresses of the pages of a review: the invented one, which has something at every stage, the stated one,
// which leaves much open, and one that is not there.

const whole = "/reviews/steady-wage-invented";
const stated = "/reviews/what-works-2012-2018";
const none = "/reviews/nothing";

export const reviewAddresses = {
  "/reviews": ["/reviews"],
  "/reviews/$id": [whole, stated, none],
  "/reviews/$id/protocol": [`${whole}/protocol`, `${whole}/protocol?version=1`, `${stated}/protocol`],
  "/reviews/$id/records": [
    `${whole}/records`,
    `${whole}/records?record=R1`,
    `${whole}/records?view=matrix`,
    `${whole}/records?view=searches`,
    `${whole}/records?show=duplicates`,
    `${stated}/records`,
    `${stated}/records?q=zzzzqqqq`,
  ],
  "/reviews/$id/screening": [`${whole}/screening`, `${stated}/screening`],
  "/reviews/$id/screening/conflicts": [`${whole}/screening/conflicts`],
  "/reviews/$id/screening/progress": [
    `${whole}/screening/progress`,
    `${whole}/screening/progress?stage=full-text`,
    `${stated}/screening/progress`,
  ],
  "/reviews/$id/appraisal": [`${whole}/appraisal`, `${whole}/appraisal?show=excluded`, `${stated}/appraisal`],
  "/reviews/$id/appraisal/instruments": [`${whole}/appraisal/instruments`],
  "/reviews/$id/appraisal/$record": [`${whole}/appraisal/R3`, `${whole}/appraisal/R8`],
  "/reviews/$id/extraction": [`${whole}/extraction`, `${stated}/extraction`],
  "/reviews/$id/extraction/form": [`${whole}/extraction/form`],
  "/reviews/$id/extraction/matrix": [`${whole}/extraction/matrix`, `${stated}/extraction/matrix`],
  "/reviews/$id/extraction/$record": [`${whole}/extraction/R3`, `${whole}/extraction/R6`],
  "/reviews/$id/coding": [
    `${whole}/coding`,
    `${whole}/coding?view=codes`,
    `${whole}/coding?view=matrix`,
    `${whole}/coding?view=figures`,
    `${stated}/coding`,
  ],
  "/reviews/$id/coding/$record": [
    `${whole}/coding/R1`,
    `${whole}/coding/R2?view=codes`,
    `${whole}/coding/R6`,
  ],
  "/reviews/$id/coding/compare/$record": [`${whole}/coding/compare/R1`],
  "/reviews/$id/coding/codes/$code": [
    `${whole}/coding/codes/rules.rhythm`,
    `${whole}/coding/codes/rules?below=yes`,
  ],
  "/reviews/$id/synthesis": [
    `${whole}/synthesis`,
    `${whole}/synthesis?view=themes`,
    `${whole}/synthesis?view=answers`,
    `${stated}/synthesis`,
  ],
  "/reviews/$id/synthesis/contributions": [
    `${whole}/synthesis/contributions`,
    `${whole}/synthesis/contributions?view=fields`,
  ],
  "/reviews/$id/map": [
    `${whole}/map?rows=branch&columns=form.question`,
    `${whole}/map?rows=branch&columns=form.question&row=maternity&column=works`,
    `${stated}/map`,
  ],
  "/reviews/$id/report": [`${whole}/report`, `${stated}/report`],
  "/reviews/$id/flow": [`${whole}/flow`, `${stated}/flow`, `${stated}/flow?at=5`],
  "/reviews/$id/log": [`${whole}/log`, `${stated}/log`],
} as const;
