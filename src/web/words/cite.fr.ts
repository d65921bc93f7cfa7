export const words = {
  title: "Citer",
  open: "Dans trois styles : APA, Chicago, Vancouver",
  files: "Pour les logiciels de références :",
  lasting: "L’adresse de cette page est durable : elle n’est jamais donnée à une autre fiche.",
  copy: "Copier",
  copyThis: "Copier la référence dans le style {{style}}",
  copied: "Copié.",
  refused: "Le navigateur ne le permet pas ; sélectionnez la ligne et copiez-la vous-même.",
};
