// Names and codes of the four languages of the reports, in the four languages, and of others that occur.

import type { Language } from "#kernel";

export const languageNames: Readonly<Record<Language, string>> = {
  en: "en; eng; english; anglais; ingles; en-us; en-gb; anglaise; inglesa",
  fr: "fr; fra; fre; french; francais; frances; francaise; francesa",
  es: "es; esp; spa; spanish; espagnol; espanol; castellano; espanhol; espagnole; espanola; sp",
  pt: "pt; por; portuguese; portugais; portugues; pt-br; portugaise; portuguesa",
};

/** Known as languages, so that a column is recognised by them; they are kept as printed. */
export const otherLanguageNames =
  "arabic; russian; chinese; italian; german; dutch; romanian; ukrainian; turkish; japanese; korean; serbian; albanian; macedonian; bosnian; croatian; vietnamese; thai; indonesian; arabe; russe; chinois; italien; allemand; neerlandais; roumain; arabe; ruso; chino; italiano; aleman; russo; chines; alemao; ar; ru; zh; it; de";
