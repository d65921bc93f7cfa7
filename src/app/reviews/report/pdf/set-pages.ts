// The program that sets one report, in a process of its own: content as JSON on standard input, the PDF on
// standard output, a refusal in words on standard error. The typesetter is native code that holds its thread
// while it works and keeps what it has seen; loaded here alone, a machine for which there is none runs all else.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { codeFont } from "./code-font.ts";
import { refusals, type SetRequest } from "./set-request.ts";

const own = createRequire(import.meta.url);
/** Where the typesetter looks for files: a folder that is not there. All it may read is put before it. */
const nowhere = fileURLToPath(new URL("./no-files", import.meta.url));

/** Liberation Sans, which comes with the reader of PDF files. */
function sansSerif(): Buffer[] {
  const folder = join(dirname(own.resolve("pdfjs-dist/package.json")), "standard_fonts");
  return ["Regular", "Bold", "Italic", "BoldItalic"].map((face) =>
    readFileSync(join(folder, `LiberationSans-${face}.ttf`)),
  );
}

type Typesetter = typeof import("@myriaddreamin/typst-ts-node-compiler");

async function typesetter(): Promise<Typesetter | null> {
  try {
    return await import("@myriaddreamin/typst-ts-node-compiler");
  } catch {
    return null;
  }
}

/** Letters for which no font at hand has a shape, as the typesetter names them when it refuses the file. */
const shapeless = (message: string): readonly string[] =>
  [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].flatMap(([, text = ""]) => [
    ...text.replace(/\\+u\{([0-9a-f]+)\}/gu, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  ]);

function setPages({ NodeCompiler }: Typesetter, { content, seconds }: SetRequest): Buffer {
  const layout = readFileSync(new URL("./report.typ", import.meta.url), "utf8");
  const fonts = sansSerif();
  const missing = new Set<string>();
  for (;;) {
    const compiler = NodeCompiler.create({
      workspace: nowhere,
      fontArgs: [{ fontBlobs: missing.size === 0 ? fonts : [...fonts, codeFont([...missing])] }],
    });
    compiler.mapShadow(join(nowhere, "report.json"), Buffer.from(content));
    const compiled = compiler.compile({ mainFileContent: layout });
    if (!compiled.result) {
      const fault = compiled.takeDiagnostics();
      const words = fault ? compiler.fetchDiagnostics(fault).map(({ message }) => String(message)) : [];
      throw new Error(words.join("; "));
    }
    try {
      // It stops with an error where a title or an alternative text is missing.
      return compiler.pdf(compiled.result, { pdfStandard: "ua-1", creationTimestamp: seconds });
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      const found = shapeless(message).filter((letter) => !missing.has(letter));
      if (found.length === 0) throw thrown;
      for (const letter of found) missing.add(letter);
    }
  }
}

const leave = (code: number, words: string): void => {
  process.exitCode = code;
  process.stderr.write(words);
};

const loaded = await typesetter();
if (loaded === null) leave(refusals.none, "");
else
  try {
    const request = JSON.parse((await buffer(process.stdin)).toString("utf8")) as SetRequest;
    process.stdout.write(setPages(loaded, request));
  } catch (thrown) {
    leave(refusals.fault, thrown instanceof Error ? thrown.message.slice(0, 2_000) : String(thrown));
  }
