export const words = {
  title: "Rapports à relire",
  outdated_one:
    "{{shown}} rapport sur {{of}} a été lu par une version antérieure du lecteur. Ce que la version actuelle y trouve, comme les destinataires, la priorité et l’échéance d’une recommandation, n’y figure pas encore. Les décisions prises sont conservées.",
  outdated_many:
    "{{shown}} rapports sur {{of}} ont été lus par une version antérieure du lecteur. Ce que la version actuelle y trouve, comme les destinataires, la priorité et l’échéance d’une recommandation, n’y figure pas encore. Les décisions prises sont conservées.",
  outdated_other:
    "{{shown}} rapports sur {{of}} ont été lus par une version antérieure du lecteur. Ce que la version actuelle y trouve, comme les destinataires, la priorité et l’échéance d’une recommandation, n’y figure pas encore. Les décisions prises sont conservées.",
  button: "Les relire",
  command: "Sur le serveur : socle reread",
  withheld_one: "{{count}} fichier n’est pas nommé ici : vous n’avez pas accès à sa source.",
  withheld_many: "{{count}} fichiers ne sont pas nommés ici : vous n’avez pas accès à leurs sources.",
  withheld_other: "{{count}} fichiers ne sont pas nommés ici : vous n’avez pas accès à leurs sources.",
} as const;
