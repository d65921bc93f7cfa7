// Function words and inflections of four languages, without accents. Endings are tried longest first; they
// make forms of one word meet, not words of a dictionary.

export type TermLanguage = "en" | "fr" | "es" | "pt";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

export const functionWords: Readonly<Record<TermLanguage, ReadonlySet<string>>> = {
  en: words(
    "the and for with that this from its are was were been have has had will would should shall must may can could need needs into through their them they these those such than then also more most other each any all both some between under over about within upon onto out not but which who whom whose what when where while how there here being does did done make made order ensure",
  ),
  fr: words(
    "les des une aux par pour avec dans sur sous entre que qui dont quoi est sont ete etre avoir ont cette ces ses son sur leur leurs plus moins ainsi afin comme tout tous toute toutes autre autres chaque devrait devraient doit doivent faut falloir peut peuvent pas mais elle ils elles nous vous lors vers chez meme",
  ),
  es: words(
    "los las del una unos unas por para con que como sus este esta estos estas ese esa entre sobre bajo mas menos muy tambien asi todo todos toda todas otro otros cada debe deben deberia deberian debera deberan puede pueden ser sera sean son fue han haber hay pero sin desde hasta cuando donde cual cuales quien",
  ),
  pt: words(
    "dos das uma umas uns por para com que como seu sua seus suas este esta estes estas esse essa entre sobre sob mais menos muito tambem assim todo todos toda todas outro outros cada deve devem deveria deveriam devera deverao pode podem ser sera sejam sao foi tem ter mas sem desde ate quando onde qual quais quem pelo pela pelos pelas nos nas aos",
  ),
};

const endings = (text: string): readonly string[] =>
  text.split(" ").toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));

export const wordEndings: Readonly<Record<TermLanguage, readonly string[]>> = {
  en: endings(
    "izations isations ization isation ations ation ements ement ments ment ities ity ings ing ness ives ive ions ion ors or ers er ies ied ed es s e ly y al als ance ances ence ences",
  ),
  fr: endings(
    "issements issement ations ation ements ement ateurs ateur atrices atrice ites ite ions ion euses euse eurs eur ives ive ifs if ales ale aux al elles elle els el ees ee es er ez ent ant ants ante antes ir is it s e x ance ances",
  ),
  es: endings(
    "amientos amiento imientos imiento aciones acion iciones icion ciones cion siones sion idades idad adores ador adoras adora antes ante mente ivos ivas ivo iva ados adas ado ada idos idas ido ida ando iendo aron ieron ar er ir es os as a o e s al ales",
  ),
  pt: endings(
    "amentos amento imentos imento acoes acao icoes icao coes cao soes sao idades idade adores ador adoras adora antes ante mente ivos ivas ivo iva ados adas ado ada idos idas ido ida ando endo indo aram eram ar er ir oes ao ais al es os as a o e s",
  ),
};
