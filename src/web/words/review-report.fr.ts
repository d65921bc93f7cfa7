export const words = {
  "flow.title": "Parcours des notices",
  "flow.lead":
    "Combien de notices sont entrées, combien sont sorties à chaque étape et pourquoi, et ce qui est inclus. Chaque nombre est compté à partir du journal.",
  "flow.after": "Après l’événement {{event}} du journal, {{date}}.",
  "flow.unit.report": "On compte en rapports.",
  "flow.unit.project": "On compte en rapports, avec les projets à côté.",
  "flow.now": "Montrer l’état actuel",
  "flow.fault": "Les nombres ne concordent pas ; aucune image n’est donc tracée :",
  "flow.svg": "Image (SVG)",
  "flow.csv": "Nombres (CSV)",
  "flow.table": "Le même parcours en tableau",
  "flow.tableNote":
    "Ce que les notices n’indiquent pas est signalé comme non indiqué et n’est complété nulle part.",
  "flow.at": "Tel qu’il était",
  "flow.atNote":
    "Le numéro d’un événement, de 1 à {{last}}, ou un jour tel que 2026-05-01. Vide : maintenant.",
  "flow.show": "Montrer le parcours",
};
