export const words = {
  title: "Citar",
  open: "En tres estilos: APA, Chicago, Vancouver",
  files: "Para gestores de referencias:",
  lasting: "La dirección de esta página es permanente: nunca se da a otro registro.",
  copy: "Copiar",
  copyThis: "Copiar la referencia en el estilo {{style}}",
  copied: "Copiado.",
  refused: "El navegador no lo permite; seleccione la línea y cópiela usted.",
};
