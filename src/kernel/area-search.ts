// Finding an area by what a source wrote: a code, a name in four languages, a formal or an inverted name.
// It answers for a whole cell or phrase; it does not look for areas inside sentences.

import { type Area, areaByAgencyCode, areaByAlpha2, areaByCode, areaByNumeric, areas } from "./area.ts";
import { areaName, packageNamesOf } from "./area-name.ts";
import { abbreviations, variantNames } from "./area-variants.data.ts";
import { languages } from "./language.ts";

const accents = /\p{M}/gu;
const conjunctions = new Set(["and", "et", "y", "e"]);
const spelledOut: ReadonlyMap<string, string> = new Map([
  ["st", "saint"],
  ["ste", "sainte"],
]);

/** The words of a name without case, accents, punctuation and conjunctions: `bosnia herzegovina`. */
function fold(text: string): string {
  const words = text
    .normalize("NFD")
    .replace(accents, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !conjunctions.has(word));
  return words.map((word) => spelledOut.get(word) ?? word).join(" ");
}

/** Names of at most three letters (Irã, Omã) are common words once their accent is gone: kept as written. */
const keyOf = (name: string) => {
  const folded = fold(name);
  return folded.length > 3 ? folded : name.trim().normalize("NFC").toLowerCase();
};

/** The package counts UK, U.S. and UAE among the names; as names they would match in lower case too. */
const isAbbreviation = /^[A-Z.]{2,}$/;

/** Built on the first question, because most pages never ask. Earlier claims win: the package comes last. */
let codesByName: ReadonlyMap<string, string> | null = null;

function nameIndex(): ReadonlyMap<string, string> {
  if (codesByName) return codesByName;
  const index = new Map<string, string>();
  const claim = (name: string, code: string) => {
    const key = keyOf(name);
    if (key !== "" && !index.has(key)) index.set(key, code);
  };
  for (const { code } of areas) for (const language of languages) claim(areaName(code, language), code);
  for (const [code, names] of Object.entries(variantNames)) for (const name of names) claim(name, code);
  for (const { code } of areas)
    for (const language of languages)
      for (const name of packageNamesOf(code, language)) if (!isAbbreviation.test(name)) claim(name, code);
  codesByName = index;
  return index;
}

const articles = /^(?:the|la|le|les|l|el|los|las|o|a|os|as) (?=.)/;

const kinds =
  "republic|republique|republica|kingdom|royaume|reino|commonwealth|principality|principaute|principado|" +
  "sultanate|sultanat|sultanato|grand duchy|grand duche|gran ducado|grao ducado|union|uniao|federation|state|etat|estado";
const adjectives =
  "federal|federale|federative|federativa|islamic|islamique|islamica|people s|popular|populaire|democratic|" +
  "democratique|democratica|socialist|socialiste|socialista|united|unie|unida|plurinational|plurinacional|" +
  "bolivarian|bolivarienne|bolivariana|arab|arabe|co operative|cooperative|cooperativa|oriental|orientale|independent";
const formalName = /* @__PURE__ */ new RegExp(
  `^((?:(?:${adjectives}) )*(?:${kinds})(?: (?:${adjectives}))*) (?:of|de|du|des|del|do|da|dos|das|d) (?:(?:the|la|l|los|las) )?(.+)$`,
);

/** "State of ..." is a province in Mexico, Brazil and the United States; only these states call themselves so. */
const callThemselvesState = new Set(["ERI", "ISR", "KWT", "LBY", "PSE", "QAT"]);
/** Where the adjective in the formal name makes another area of it. */
const democraticOnes: Readonly<Record<string, string>> = { COG: "COD", DEU: "DDR", VNM: "VDR", YEM: "YMD" };

function codeOfFormalName(folded: string): string | null {
  const match = formalName.exec(folded);
  if (!match) return null;
  const [, style = "", rest = ""] = match;
  const code = nameIndex().get(rest);
  if (code === undefined) return null;
  if (/\b(?:state|etat|estado)\b/.test(style) && !callThemselvesState.has(code)) return null;
  // The Republic of China and the People's Republic of China are two areas.
  if (code === "CHN" && !/people|popul/.test(style)) return "TWN";
  return (/democrat/.test(style) && democraticOnes[code]) || code;
}

function codeOfName(name: string): string | null {
  const key = keyOf(name);
  const bare = key.replace(articles, "");
  return nameIndex().get(key) ?? nameIndex().get(bare) ?? codeOfFormalName(bare);
}

/** No area's formal name is longer; whole paragraphs need not be looked at. */
const longestName = 120;

/** `Korea (Republic of)` and `Gambia, The` as one would say them. */
function turned(text: string): string | null {
  const match = /^([^(,]+?)\s*(?:\(([^()]+)\)|,\s*([^,]+))$/.exec(text);
  return match ? `${match[2] ?? match[3]} ${match[1]}` : null;
}

/**
 * Finds the area a source means by a code or a name. Codes count in upper case only (alpha-3, alpha-2, and what
 * agencies write where there is none: `XKX`), or as the three digits of M49; abbreviations such as `UK`, `U.S.A.` and `RDC` in capitals only. Names count in all
 * four languages, without regard to case, accents, punctuation, articles and "and", and with their formal
 * prefix before or behind (`Islamic Republic of Iran`, `Iran (Islamic Republic of)`).
 *
 * A withdrawn name finds the withdrawn area (`Zaire` is ZAR; its `relatedTo` leads to COD). What can mean
 * two areas (`Korea`) finds none. The whole text must be the name: do not use it to search in sentences.
 *
 * @param text a table cell or phrase; blanks around it are ignored
 * @returns the area, or null when the text names none
 * @example
 * findArea("Lao PDR")?.code // => "LAO"
 * findArea("cote d’ivoire")?.code // => "CIV"
 * findArea("Korea (Republic of)")?.code // => "KOR"
 * findArea("PER")?.code // => "PER"
 * findArea("XKX")?.code // => "412"
 * findArea("per") // => null
 */
export function findArea(text: string): Area | null {
  if (text.length > longestName) return null;
  // Asterisks are footnote marks of printed tables.
  const trimmed = text.replace(/[\s*]+$/, "").trimStart();
  if (/^\d{3}$/.test(trimmed)) return areaByNumeric(trimmed);
  const byCode = areaByCode(trimmed) ?? areaByAlpha2(trimmed) ?? areaByAgencyCode(trimmed);
  if (byCode) return byCode;
  if (/^[A-Z][A-Z. ]+$/.test(trimmed)) {
    const code = abbreviations[trimmed.replace(/[. ]/g, "")];
    if (code) return areaByCode(code);
  }
  const spoken = turned(trimmed);
  const code = codeOfName(trimmed) ?? (spoken === null ? null : codeOfName(spoken));
  return code === null ? null : areaByCode(code);
}
