export const words = {
  "flow.title": "Recorrido de los registros",
  "flow.lead":
    "Cuántos registros entraron, cuántos salieron en cada paso y por qué, y qué queda incluido. Cada número se cuenta desde el registro de actividad.",
  "flow.after": "Tras el acto {{event}} del registro de actividad, {{date}}.",
  "flow.unit.report": "Se cuenta en informes.",
  "flow.unit.project": "Se cuenta en informes, con los proyectos al lado.",
  "flow.now": "Mostrar el estado actual",
  "flow.fault": "Los números no cuadran, por lo que no se traza ninguna imagen:",
  "flow.svg": "Imagen (SVG)",
  "flow.csv": "Números (CSV)",
  "flow.table": "El mismo recorrido en una tabla",
  "flow.tableNote":
    "Lo que los registros no indican aparece como no indicado y no se completa en ninguna parte.",
  "flow.at": "Como estaba",
  "flow.atNote": "El número de un acto, de 1 a {{last}}, o un día como 2026-05-01. Vacío: ahora.",
  "flow.show": "Mostrar el recorrido",
};
