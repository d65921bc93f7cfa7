// The file format of PDF 1.7 as far as it is written here: numbered objects, streams, the table of where
// they stand.

import { zlibSync } from "fflate";

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/** A text string in UTF-16 with its mark of order, which holds any letter. */
export function pdfText(text: string): string {
  let hex = "FEFF";
  for (let n = 0; n < text.length; n++) hex += text.charCodeAt(n).toString(16).padStart(4, "0");
  return `<${hex}>`;
}

export const pdfNumber = (value: number): string => String(Math.round(value * 1000) / 1000);

export class PdfFile {
  readonly #bodies: (Uint8Array | null)[] = [];

  /** A number for an object that is written later. */
  reserve(): number {
    this.#bodies.push(null);
    return this.#bodies.length;
  }

  set(object: number, body: string): void {
    this.#bodies[object - 1] = latin(body);
  }

  add(body: string): number {
    const object = this.reserve();
    this.set(object, body);
    return object;
  }

  /** @param isPlain left as it is, as metadata must be */
  addStream(entries: string, bytes: Uint8Array, isPlain = false): number {
    const content = isPlain ? bytes : zlibSync(bytes, { level: 9 });
    const head = latin(
      `<<${entries}/Length ${content.length}${isPlain ? "" : "/Filter/FlateDecode"}>>\nstream\n`,
    );
    const tail = latin("\nendstream");
    const body = new Uint8Array(head.length + content.length + tail.length);
    body.set(head);
    body.set(content, head.length);
    body.set(tail, head.length + content.length);
    this.#bodies.push(body);
    return this.#bodies.length;
  }

  /** @param id 32 hexadecimal digits that name the file */
  bytes(catalog: number, info: number, id: string): Uint8Array {
    const parts: Uint8Array[] = [latin("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")];
    let at = parts[0]?.length ?? 0;
    const places: number[] = [];
    for (const [n, body] of this.#bodies.entries()) {
      const whole = [latin(`${n + 1} 0 obj\n`), body ?? latin("null"), latin("\nendobj\n")];
      places.push(at);
      for (const part of whole) {
        parts.push(part);
        at += part.length;
      }
    }
    const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
    parts.push(
      latin(
        `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${places.length + 1}/Root ${catalog} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>\nstartxref\n${at}\n%%EOF\n`,
      ),
    );
    const file = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let offset = 0;
    for (const part of parts) {
      file.set(part, offset);
      offset += part.length;
    }
    return file;
  }
}
