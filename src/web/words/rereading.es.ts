export const words = {
  title: "Informes que conviene volver a leer",
  outdated_one:
    "{{shown}} de {{of}} informes fue leído por una versión anterior del lector. Lo que la versión actual encuentra en él, como los destinatarios, la prioridad y el plazo de una recomendación, aún no está. Las decisiones tomadas se conservan.",
  outdated_many:
    "{{shown}} de {{of}} informes fueron leídos por una versión anterior del lector. Lo que la versión actual encuentra en ellos, como los destinatarios, la prioridad y el plazo de una recomendación, aún no está. Las decisiones tomadas se conservan.",
  outdated_other:
    "{{shown}} de {{of}} informes fueron leídos por una versión anterior del lector. Lo que la versión actual encuentra en ellos, como los destinatarios, la prioridad y el plazo de una recomendación, aún no está. Las decisiones tomadas se conservan.",
  button: "Volver a leerlos",
  command: "En el servidor: socle reread",
  withheld_one: "{{count}} archivo no se nombra aquí: usted no tiene acceso a su fuente.",
  withheld_many: "{{count}} archivos no se nombran aquí: usted no tiene acceso a sus fuentes.",
  withheld_other: "{{count}} archivos no se nombran aquí: usted no tiene acceso a sus fuentes.",
} as const;
