// A PDF of one page, one line of text after another: enough to be read, made without a program.

/** @param lines ASCII; `# ` begins the title, `## ` a heading, an empty line makes a gap */
export function smallPdf(lines: readonly string[]): Uint8Array {
  let y = 780;
  const drawn = lines.map((line) => {
    const heading = line.startsWith("#");
    const size = line.startsWith("# ") ? 20 : heading ? 15 : 11;
    y -= line === "" ? 12 : heading ? 26 : 14;
    const text = line.replace(/^#+ /, "").replace(/[\\()]/g, (sign) => `\\${sign}`);
    return line === "" ? "" : `BT /${heading ? "B" : "R"} ${size} Tf 60 ${y} Td (${text}) Tj ET\n`;
  });
  const stream = drawn.join("");
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /R 5 0 R /B 6 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}endstream`,
    font("Helvetica"),
    font("Helvetica-Bold"),
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new TextEncoder().encode(body + end);
}
