// Meanings of the columns of what changed between two releases.

export const releaseChangeColumnWords = {
  changeKind: {
    en: "added, changed, withdrawn; note: in nothing but the note",
    fr: "added (ajouté), changed (changé), withdrawn (retiré) ; note : seulement dans la remarque",
    es: "added (añadida), changed (cambiada), withdrawn (retirada); note: solo en la observación",
    pt: "added (acrescentado), changed (alterado), withdrawn (retirado); note: só na nota",
  },
  changeDifference: {
    en: "New value less old value",
    fr: "Nouvelle valeur moins l'ancienne",
    es: "Valor nuevo menos el anterior",
    pt: "Valor novo menos o anterior",
  },
  changePercent: {
    en: "Difference in per cent of the old value; empty where it is 0 or the unit changed",
    fr: "Différence en pour cent de l'ancienne valeur ; vide si celle-ci est 0 ou si l'unité a changé",
    es: "Diferencia en por ciento del valor anterior; vacía si este es 0 o la unidad cambió",
    pt: "Diferença em percentagem do valor anterior; vazia se este for 0 ou a unidade mudou",
  },
} as const;

/** What the beginnings of names of columns stand for, before the ids of the releases. */
export const releaseChangeSides = {
  old: {
    en: "Columns that begin with old_ are of",
    fr: "Les colonnes en old_ sont de",
    es: "Las columnas que empiezan por old_ son de",
    pt: "As colunas que começam por old_ são de",
  },
  new: {
    en: "Columns that begin with new_ are of",
    fr: "Les colonnes en new_ sont de",
    es: "Las columnas que empiezan por new_ son de",
    pt: "As colunas que começam por new_ são de",
  },
} as const;
