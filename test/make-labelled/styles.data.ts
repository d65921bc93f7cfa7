// How the printed reports look: one style sheet for each manner of laying out a report.

const base = `
body { margin: 0; color: #111; }
p { margin: 0 0 8pt; } h1, h2, h3, h4 { break-after: avoid; }
table { border-collapse: collapse; width: 100%; margin: 6pt 0 10pt; }
td, th { border: 0.6pt solid #444; padding: 3pt 5pt; vertical-align: top; text-align: left; }
tr { break-inside: avoid; } .break { break-after: page; } sup { font-size: 65%; }
.note { font-size: 8pt; margin: 2pt 0; } .contents { display: flex; margin: 2pt 0; }
.dots { flex: 1; overflow: hidden; white-space: nowrap; height: 1.2em; }
.box { border: 1pt solid #357; background: #eef3f8; padding: 6pt 10pt; margin: 8pt 0; break-inside: avoid; }
`;

export const styles: Readonly<Record<string, string>> = {
  report: `${base} body { font: 11pt/1.4 "Liberation Serif"; }
h1 { font-size: 20pt; } h2 { font-size: 15pt; margin: 18pt 0 6pt; } h3 { font-size: 12.5pt; margin: 12pt 0 4pt; }`,
  office: `${base} body { font: 10.5pt/1.45 "Liberation Sans"; } p { text-align: justify; }
h1 { font-size: 19pt; color: #0a4d8c; } h2 { font-size: 14pt; color: #0a4d8c; text-transform: none; }
h3 { font-size: 11.5pt; color: #333; } table { font-size: 9pt; } th { background: #d9e4f0; }`,
  consultant: `${base} body { font: 10pt/1.5 "DejaVu Sans"; } h1 { font-size: 17pt; } h2 { font-size: 13pt; border-bottom: 1pt solid #888; }
h3 { font-size: 10.5pt; } table { font-size: 8.5pt; } th { background: #e8e8e8; }`,
  plainbold: `${base} body { font: 11pt/1.35 "Liberation Serif"; } h1, h2, h3, h4 { font-size: 11pt; margin: 10pt 0 4pt; }
h1 { text-align: center; font-size: 13pt; } h3 { font-style: italic; font-weight: normal; }`,
  columns: `${base} body { font: 9.5pt/1.35 "Liberation Serif"; }
.sheet { height: 232mm; display: flex; flex-direction: column; break-after: page; overflow: hidden; }
.sheet .text { flex: 1; min-height: 0; columns: 2; column-gap: 8mm; column-fill: auto; }
.sheet .notes { border-top: 0.5pt solid #000; padding-top: 3pt; }
h1 { column-span: all; font-size: 18pt; } h2 { font-size: 12pt; margin: 8pt 0 4pt; } h3 { font-size: 10pt; margin: 6pt 0 3pt; }
p { text-align: justify; margin-bottom: 6pt; } table { font-size: 8pt; }`,
  sheets: `${base} body { font: 10.5pt/1.4 "Liberation Sans"; }
.sheet { height: 232mm; display: flex; flex-direction: column; break-after: page; overflow: hidden; }
.sheet .text { flex: 1; min-height: 0; } .sheet .notes { border-top: 0.5pt solid #000; padding-top: 3pt; }
h1 { font-size: 18pt; } h2 { font-size: 14pt; } h3 { font-size: 11pt; }`,
  typewriter: `body { margin: 0; } .sheet { font: 10pt/1.35 "Liberation Mono"; margin: 0; break-after: page; }`,
  // Rows go on over the page break, under a repeated head.
  "office-cut": `${base} body { font: 10.5pt/1.45 "Liberation Sans"; } h1 { font-size: 19pt; } h2 { font-size: 14pt; color: #333; }
h3 { font-size: 11.5pt; font-style: italic; } table { font-size: 8.5pt; } th { background: #e7e7e7; } tr { break-inside: auto; }`,
  "landscape-cut": `${base} @page { size: A4 landscape; } body { font: 11pt/1.45 "Liberation Serif"; } h1 { font-size: 17pt; }
h2 { font-size: 13pt; } table { font-size: 10.5pt; } th { background: #cfdccf; } tr { break-inside: auto; }`,
  landscape: `${base} @page { size: A4 landscape; } body { font: 9.5pt/1.35 "Liberation Sans"; } h1 { font-size: 15pt; }
h2 { font-size: 12pt; } table { font-size: 8.5pt; } th { background: #ddd; }`,
};
