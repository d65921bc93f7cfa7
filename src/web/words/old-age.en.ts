export const words = {
  title: "Old-age income security of women and men",
  kicker: "A worked example",
  lead: "Who can count on an income in old age? One line for each country with women and men on the same scale, and for one country every step from the raw value to the rank.",
  invented: "invented",
  empty:
    "Here would stand women and men of every country: no release that you may read has an indicator of this index by sex.",
  emptyHow:
    "It takes a release with a column for sex and at least one of the indicators for women and for men.",
  "about.heading": "What is measured",
  "about.version": "version {{version}} of the definition",
  "about.bySex":
    "Indicators with data for women and men: {{bySex}}. Indicators that count the same for both, such as laws: {{shared}}. Where an indicator has data by sex for other countries and not for this one, it is missing here; the figure of both sexes together never takes its place.",
  "about.leftOut":
    "Left out here, because it is of women alone and would be wrong in the row of men: {{names}}.",
  "about.scale":
    "Women and men of all countries stand on one scale, as if each country had two rows: 0 is the lowest value of any of these groups, 1 the highest. Ranks are among all groups.",
  "countries.heading": "Women and men, country by country",
  "countries.note":
    "Whiskers are 95 % intervals: weights, methods and indicators varied, sampling error counted. Where they overlap, the order is not sure.",
  period: "Period",
  women: "Women",
  men: "Men",
  "figure.title": "Old-age income security: women and men",
  "figure.subtitle": "Index from 0 to 1 with 95 % intervals; period: {{period}}; at the right women less men",
  sentence:
    "Countries with a score for both: {{n}}. Women stand below men in {{behind}}; furthest in {{widest}}, by {{gap}}.",
  "sentence.noneBehind": "Countries with a score for both: {{n}}. In none of them do women stand below men.",
  "sentence.none": "No country has a score for women and for men.",
  "spoken.women": "Women {{score}}, rank {{rank}}.",
  "spoken.men": "Men {{score}}, rank {{rank}}.",
  "column.womenRank": "Rank of women",
  "column.menRank": "Rank of men",
  "column.gap": "Women less men",
  "steps.heading": "Step by step: {{name}}",
  "steps.note":
    "Choose a country; the address keeps it. Each raw value has a small mark that leads to its cell in the source file.",
  "steps.country": "Country",
  "steps.none": "There is no score of {{name}} to work through.",
  "step.raw": "The raw values, laid on the scale",
  "step.rawText":
    "Each value becomes a number from 0 to 1: its distance from the lowest value of all groups and years, divided by the distance from the lowest to the highest; counted from the other end where less is better.",
  "step.parts": "The three parts",
  "step.partsText":
    "In each part the numbers that are there are averaged by their weights; the mean is then stretched so that the lowest group has 0 and the highest 1.",
  "step.index": "The index",
  "step.indexText": "The parts are averaged by their weights: part times weight, added up.",
  "step.rank": "The rank, and how sure it is",
  "step.rankText":
    "The groups are put in order of their scores. The interval of the rank says how far it moves when the choices behind the index are made otherwise.",
  "rank.text": "score {{score}}, rank {{rank}}",
  "rank.none": "no score: {{reason}}",
  shared: "the same for both",
  "column.range": "Lowest – highest",
  "column.direction": "Direction",
  "column.womenScaled": "Women, 0 to 1",
  "column.menScaled": "Men, 0 to 1",
  "column.weight": "Weight",
  "column.part": "Part",
  "column.womenMean": "Women, mean",
  "column.menMean": "Men, mean",
  "column.from": "Stretched from",
  "column.womenTimes": "Women, times weight",
  "column.menTimes": "Men, times weight",
  "caption.parts": "From the means of the parts to their scores",
  "caption.index": "From the parts to the index",
  "direction.more": "more is better",
  "direction.less": "less is better",
};
