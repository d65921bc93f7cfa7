export const words = {
  title: "La sécurité du revenu des femmes et des hommes âgés",
  kicker: "Un exemple expliqué",
  lead: "Qui peut compter sur un revenu dans la vieillesse ? Une ligne par pays, femmes et hommes à la même échelle, et pour un pays chaque pas de la valeur brute au rang.",
  invented: "inventé",
  empty:
    "Ici figureraient les femmes et les hommes de chaque pays : aucune version que vous pouvez lire n’a d’indicateur de cet indice par sexe.",
  emptyHow:
    "Il faut une version avec une colonne pour le sexe et au moins un des indicateurs pour les femmes et pour les hommes.",
  "about.heading": "Ce qui est mesuré",
  "about.version": "version {{version}} de la définition",
  "about.bySex":
    "Indicateurs avec des données pour les femmes et les hommes : {{bySex}}. Indicateurs qui comptent de même pour les deux, comme les lois : {{shared}}. Si un indicateur a des données par sexe pour d’autres pays et non pour celui-ci, il manque ici ; le chiffre des deux sexes ensemble ne le remplace jamais.",
  "about.leftOut":
    "Laissé de côté ici, car il ne concerne que les femmes et serait faux dans la ligne des hommes : {{names}}.",
  "about.scale":
    "Les femmes et les hommes de tous les pays sont à une même échelle, comme si chaque pays avait deux lignes : 0 est la plus basse valeur de tous ces groupes, 1 la plus haute. Les rangs sont parmi tous les groupes.",
  "countries.heading": "Femmes et hommes, pays par pays",
  "countries.note":
    "Les moustaches sont des intervalles à 95 % : pondérations, méthodes et indicateurs variés, erreur d’échantillonnage comptée. Là où elles se chevauchent, l’ordre n’est pas sûr.",
  period: "Période",
  women: "Femmes",
  men: "Hommes",
  "figure.title": "Sécurité du revenu dans la vieillesse : femmes et hommes",
  "figure.subtitle":
    "Indice de 0 à 1 avec intervalles à 95 % ; période : {{period}} ; à droite, femmes moins hommes",
  sentence:
    "Pays avec un score pour les deux : {{n}}. Les femmes sont au-dessous des hommes dans {{behind}} ; le plus loin : {{widest}}, de {{gap}}.",
  "sentence.noneBehind":
    "Pays avec un score pour les deux : {{n}}. Dans aucun d’eux les femmes ne sont au-dessous des hommes.",
  "sentence.none": "Aucun pays n’a de score pour les femmes et pour les hommes.",
  "spoken.women": "Femmes {{score}}, rang {{rank}}.",
  "spoken.men": "Hommes {{score}}, rang {{rank}}.",
  "column.womenRank": "Rang des femmes",
  "column.menRank": "Rang des hommes",
  "column.gap": "Femmes moins hommes",
  "steps.heading": "Pas à pas : {{name}}",
  "steps.note":
    "Choisissez un pays ; l’adresse le garde. Chaque valeur brute a une petite marque qui mène à sa cellule dans le fichier source.",
  "steps.country": "Pays",
  "steps.none": "Il n’y a pas de score de {{name}} à expliquer.",
  "step.raw": "Les valeurs brutes, mises à l’échelle",
  "step.rawText":
    "Chaque valeur devient un nombre de 0 à 1 : sa distance à la plus basse valeur de tous les groupes et années, divisée par la distance de la plus basse à la plus haute ; comptée de l’autre bout là où moins est mieux.",
  "step.parts": "Les trois parties",
  "step.partsText":
    "Dans chaque partie, on fait la moyenne pondérée des nombres présents ; elle est ensuite étirée pour que le groupe le plus bas ait 0 et le plus haut 1.",
  "step.index": "L’indice",
  "step.indexText": "On fait la moyenne pondérée des parties : partie fois poids, additionnées.",
  "step.rank": "Le rang, et sa certitude",
  "step.rankText":
    "Les groupes sont rangés selon leur score. L’intervalle du rang dit de combien il bouge quand les choix derrière l’indice changent.",
  "rank.text": "score {{score}}, rang {{rank}}",
  "rank.none": "pas de score : {{reason}}",
  shared: "le même pour les deux",
  "column.range": "Plus bas – plus haut",
  "column.direction": "Sens",
  "column.womenScaled": "Femmes, de 0 à 1",
  "column.menScaled": "Hommes, de 0 à 1",
  "column.weight": "Poids",
  "column.part": "Partie",
  "column.womenMean": "Femmes, moyenne",
  "column.menMean": "Hommes, moyenne",
  "column.from": "Étiré depuis",
  "column.womenTimes": "Femmes, fois poids",
  "column.menTimes": "Hommes, fois poids",
  "caption.parts": "Des moyennes des parties à leurs scores",
  "caption.index": "Des parties à l’indice",
  "direction.more": "plus est mieux",
  "direction.less": "moins est mieux",
};
