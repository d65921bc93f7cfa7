// Words that tell references of one project apart, or look like a slip of the pen and are none. Without accents.

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Words of titles that carry nothing by themselves, in the four languages. */
export const smallWords: ReadonlySet<string> = set(
  "a an the of and in on for to with by from at as its et le la les de des du l d en un une dans sur pour au aux y el los las del al por para con una e o os as do da dos das no na em um uma com and vs versus",
);

/** Titles that many works have: they say nothing about which one it is. */
export const genericTitles: ReadonlySet<string> = new Set(
  [
    "editorial introduction preface foreword contents index abstracts letter letters correspondence comment commentary",
    "reply response erratum corrigendum correction news announcements obituary discussion conclusion conclusions",
    "reference references summary notes untitled title notitle notitleavailable bookreview bookreviews inreply",
    "authorsreply theauthorsreply authorreply authorresponse inresponse letterstotheeditor lettertotheeditor",
    "annualreport finalreport executivesummary avantpropos prologo prefacio resumen resume resumo evaluationreport",
  ]
    .join(" ")
    .split(" "),
);

/** Beginnings of words that turn them into their opposite or neighbour, and differ by one or two letters only. */
export const opposedBeginnings: readonly (readonly [string, string])[] = [
  ["hypo", "hyper"],
  ["hipo", "hiper"],
  ["intra", "inter"],
  ["micro", "macro"],
  ["uni", "bi"],
  ["endo", "exo"],
  ["ante", "anti"],
  ["im", "ex"],
  ["im", "em"],
  ["in", "ex"],
  ["in", ""],
  ["un", ""],
  ["im", ""],
  ["a", ""],
  ["re", ""],
];

/** Letters numbers are written with where they count parts. */
export const romanNumbers: ReadonlySet<string> = set("i ii iii iv v vi vii viii ix x xi xii");
