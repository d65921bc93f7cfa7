export const words = {
  title: "Citar",
  open: "Em três estilos: APA, Chicago, Vancouver",
  files: "Para gestores de referências:",
  lasting: "O endereço desta página é permanente: nunca é dado a outro registo.",
  copy: "Copiar",
  copyThis: "Copiar a referência no estilo {{style}}",
  copied: "Copiado.",
  refused: "O navegador não o permite; selecione a linha e copie-a.",
};
