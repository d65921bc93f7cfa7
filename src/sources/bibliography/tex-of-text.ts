const special: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "-": "-",
  "`": "`",
  "'": "'",
  '"': "{\\textquotedbl}",
};

/** Text as TeX; letters with accents stay as they are, since every program of today reads UTF-8. */
export const texOfText = (text: string): string =>
  text
    .replace(/[\\{}$&#%_^~<>"]/g, (char) => special[char]!)
    // Two hyphens or quotation marks in a row would be read as a dash or as one mark.
    .replace(/-(?=-)|`(?=`)|'(?=')/g, (char) => `${char}{}`)
    .replace(/([?!])(?=`)/g, "$1{}");
