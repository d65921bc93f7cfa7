// Whether a text tells somebody to do something, as recommendations do. English, French, Spanish, Portuguese.

import type { Language } from "#kernel";
import { folded } from "./folded.ts";

const modal =
  /\b(?:should|must|ought to|shall|needs? to (?:be|have|ensure|continue|develop|take|establish|strengthen)|(?:is|are) (?:strongly |also |therefore )?(?:recommended|encouraged|advised|urged|suggested|advisable)|recommends?(?: that)?|we recommend|may wish to|could consider|it (?:is|would be) (?:important|necessary|essential|useful|advisable|desirable) (?:to|that|for))\b|\b(?:devrai(?:t|ent)|doi(?:t|vent)|recommand(?:e|es|ent|ons|ee?s?)|il (?:est|serait|conviendrait|convient|faut|faudrait|importe)|serai(?:t|ent) (?:utile|opportun|souhaitable|pertinent|important)|gagnerai(?:t|ent) a|sont (?:invite|encourage|appele)\w*|est (?:invite|encourage)\w*)\b|\b(?:deberian?|debe[nr]?an?|deben?|recomiend[ae]n?|recomendamos|sugiere|aconseja|(?:es|seria) (?:necesari[ao]|importante|conveniente|recomendable|preciso)|conviene|convendria|hay que|podrian? considerar)\b|\b(?:deve(?:m|ria|riam|ra|rao)?|recomenda(?:-se|m|mos)?|sugere-se|(?:e|seria) (?:necessari[ao]|importante|recomendavel|conveniente|desejavel)|convem|aconselha-se|precisam? de)\b/;

/** English has no ending for it: the verbs that recommendations begin with. */
const englishVerbs = new Set(
  "abandon abolish accelerate act adapt add address adjust adopt advance advocate agree align allocate allow amend analyse analyze apply appoint approve arrange articulate assess assign assist attract avoid be begin boost bring broaden budget build cancel capitalise capitalize carry cease clarify close collaborate collect combine commission commit communicate compensate compile complement complete conclude conduct confirm connect consider consolidate consult continue contract convene convert coordinate correct create cultivate cut decentralise decentralize decide deepen define deliver design designate develop devise digitise digitize disaggregate disclose discuss display disseminate distribute diversify document double draft draw embed emphasise emphasize employ empower enable encourage enforce engage enhance enlarge enrol enroll ensure equip establish evaluate examine exchange exempt expand expedite explore extend facilitate finalise finalize find focus follow formalise formalize formulate foster fund further gather generate give guarantee harmonise harmonize have help hire hold identify implement improve include incorporate increase inform initiate innovate insert inspect install institute institutionalise institutionalize instruct integrate intensify introduce invest investigate invite involve issue join keep launch lead learn legalise legalize lengthen leverage limit link list lobby look lower maintain make map maximise maximize measure merge mobilise mobilize modernise modernize monitor move negotiate notify oblige obtain offer open operationalise operationalize optimise optimize organise organize orient outsource pay plan position prepare present preserve prioritise prioritize produce prolong promote propose protect provide publish pursue put raise rationalise rationalize reach rebuild recognise recognize reconcile reconsider record recover recruit redesign reduce refine reflect reform register regularise regularize regulate reinforce relocate remove rename renew reopen reorganise reorganize repeal replace replicate report request require reserve respond restore restrict restructure resume retain rethink retrain review revise revisit revitalise revitalize roll safeguard scale secure seek select send separate set share shift shorten sign simplify solicit specify split sponsor staff standardise standardize start step stop streamline strengthen study submit subsidise subsidize supervise supply support sustain systematically systematise systematize tailor take target teach test tighten track train transfer transform translate triple undertake unify update upgrade upscale urge use utilise utilize validate verify visit widen withdraw work write".split(
    " ",
  ),
);
const adverbs =
  /^(?:also|further|where(?:ver)? (?:possible|appropriate|feasible),?|as a (?:first step|matter of \w+),?|urgently|actively|fully|better|more|regularly|jointly|gradually|not|ne pas|no|nao)\s+/;

const infinitive: Readonly<Record<string, RegExp>> = {
  fr: /^(?:(?:se |s'|ne pas |en |y )?[a-z-]{2,}(?:er|ir|re|oir))$/,
  es: /^[a-z]{2,}(?:ar|er|ir)(?:se|l[aeo]s?|nos)?$/,
  pt: /^[a-z]{2,}(?:ar|er|ir|or)(?:-se|-l[ao]s?|-[ao]s?)?$/,
};
/** Words that end like verbs and are none. */
const nouns = new Set(
  "autre notre votre entre contre outre centre cadre membre nombre premier premiere dernier derniere titre chiffre moindre atelier dossier papier millier secteur acteur facteur litre registre ministere maniere matiere mesure structure procedure culture nature infrastructure agriculture lecture ouverture couverture mise quatre avoir pouvoir loisir avenir hier mujer mujeres taller sector lugar hogar primer tercer poder mejor mayor menor par por amor valor error favor lider dolar mar pilar popular escolar singular regular similar mulher setor lugar lar melhor maior menor valor fator autor lider pilar popular escolar familiar interior exterior superior inferior anterior posterior".split(
    " ",
  ),
);

/** The modal or verb by which a text tells somebody to do something, or null. */
export function normativeWord(text: string, language: Language | null): string | null {
  const bare = folded(text.slice(0, 1_200)).replace(/^[\s"“«*_(]+/, "");
  const first = imperativeAt(bare, language);
  if (first !== null) return first;
  // What a recommendation says stands in its first two sentences; explanations come later.
  const start = bare
    .split(/(?<=[.!?;])\s+(?=\S)/)
    .slice(0, 2)
    .join(" ");
  return modal.exec(start)?.[0] ?? null;
}

function imperativeAt(bare: string, language: Language | null): string | null {
  const words = bare.replace(adverbs, "").split(/[\s,;:.]+/);
  const word = words[0] ?? "";
  // “Plan of action”, “Support to …”, “Work on …” are nouns.
  if (englishVerbs.has(word) && (language === "en" || language === null) && words[1] !== "of") return word;
  if ((language === "en" || language === null) && isUnlistedOrder(word, words[1])) return word;
  if (nouns.has(word)) return null;
  const forms = language === null || language === "en" ? [] : [infinitive[language]];
  return forms.some((pattern) => pattern?.test(word)) ? word : null;
}

/** “Post the accounts”: a bare word before an article is a verb that no list has, unless it is a little word. */
const isUnlistedOrder = (word: string, next: string | undefined) =>
  next !== undefined &&
  /^(?:the|a|an|all|each|every|its|their)$/.test(next) &&
  /^[a-z]{3,12}$/.test(word) &&
  !/(?:s|ed|ing|ly|ion|ment|ness|ity)$/.test(word) &&
  !littleWords.has(word);
const littleWords = new Set(
  "about above across after against all along although among and another any around because before behind below beneath beside between beyond both but concerning despite down during each either else even every except few for from half hence here how including inside into just like many more most much near neither never nor not now off once one only onto other out outside over own part past per quite rather save seven since some soon such than that their them then there these they this those though through throughout till today too toward towards twice two three under until unless unlike up upon very was were what whatever when where whereas whether which while who whose why will with within without worth yet are has had did does can could may might must shall should would said made found gave told took came went saw had left held led grew fell rose began became brought kept met lost spent sent paid set put let cut hit".split(
    " ",
  ),
);

/** True where a text begins with the verb of what is to be done (“Register …”, “Renforcer …”). */
export const beginsWithVerb = (text: string, language: Language | null): boolean =>
  imperativeAt(folded(text.slice(0, 200)).replace(/^[\s"“«*_(]+/, ""), language) !== null;
