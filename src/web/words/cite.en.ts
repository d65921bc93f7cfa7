export const words = {
  title: "Cite this",
  open: "In three styles: APA, Chicago, Vancouver",
  files: "For reference managers:",
  lasting: "The address of this page lasts: it is never given to another record.",
  copy: "Copy",
  copyThis: "Copy the reference in the style {{style}}",
  copied: "Copied.",
  refused: "The browser does not allow it; mark the line and copy it yourself.",
};
