// Makes the labelled documents and their labels: `node test/make-labelled/make.ts [development|held-out|trial|trial-2|trial-3] [name]`.
// PDF is printed by Chromium (CHROMIUM names it, if it is not in its usual place).

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { contentFiles, folders, labelsOf, labelsText } from "./labels.ts";
import { type Content, readContent } from "./markup.ts";
import { wordFile } from "./to-docx.ts";
import { escaped, printPage, webPage } from "./to-html.ts";
import { scannedText, typedText } from "./to-text.ts";

const fixtures = join(import.meta.dirname, "..", "fixtures", "labelled");
const [onlyFolder, onlyName] = process.argv.slice(2);
let browser: Browser | undefined;

for (const folder of folders) {
  if (onlyFolder !== undefined && onlyFolder !== folder) continue;
  mkdirSync(join(fixtures, folder), { recursive: true });
  for (const path of contentFiles(folder)) {
    if (onlyName !== undefined && !path.includes(onlyName)) continue;
    const content = readContent(readFileSync(path, "utf8"));
    const file = content.settings.get("file")!;
    const bytes = await made(content);
    writeFileSync(join(fixtures, folder, file), bytes);
    console.log(`${folder}/${file}: ${bytes.length} bytes, ${content.passages.length} passages`);
  }
  writeFileSync(join(fixtures, folder, "labels.json"), labelsText(labelsOf(folder)));
}
await browser?.close();

async function made(content: Content): Promise<Uint8Array> {
  const file = content.settings.get("file") ?? "";
  const utf8 = (text: string) => new TextEncoder().encode(text);
  if (file.endsWith(".pdf")) return printed(content);
  if (file.endsWith(".docx")) return wordFile(content);
  if (file.endsWith(".html")) return utf8(webPage(content));
  return utf8(content.settings.get("scanned") === "yes" ? scannedText(content) : typedText(content));
}

async function printed(content: Content): Promise<Uint8Array> {
  const { settings } = content;
  const executablePath =
    process.env["CHROMIUM"] || ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync) || "";
  browser ??= await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.setContent(printPage(content));
  if (settings.get("paged") === "yes") {
    await page.setViewportSize({ width: 643, height: 900 });
    const overfull = await page.$$eval(".sheet", (sheets) =>
      sheets.flatMap((sheet, i) => {
        const text = sheet.querySelector(".text")!;
        return text.scrollHeight > text.clientHeight + 1 || text.scrollWidth > text.clientWidth + 1
          ? [i + 1]
          : [];
      }),
    );
    if (overfull.length > 0)
      throw new Error(`${settings.get("file")}: page ${overfull.join(", ")} overflows`);
  }
  const line = (text: string) =>
    `<div style="font: 8px 'Liberation Sans'; width: 100%; margin: 0 20mm; display: flex; justify-content: space-between">${text}</div>`;
  const number = `<span class="pageNumber"></span>`;
  const bytes = await page.pdf({
    format: "A4",
    landscape: settings.get("style")?.startsWith("landscape") === true,
    margin: { top: "24mm", bottom: "24mm", left: "20mm", right: "20mm" },
    displayHeaderFooter: settings.get("scanned") !== "yes",
    headerTemplate: line(`<span>${escaped(settings.get("head") ?? "")}</span>`),
    footerTemplate: line(
      settings.has("pages")
        ? `<span>${escaped(settings.get("foot") ?? "")}</span>
           <span>${settings.get("pages")!.replace("#", number).replace("##", `<span class="totalPages"></span>`)}</span>`
        : `<span>${escaped(settings.get("foot") ?? "")}</span>${number}`,
    ),
    tagged: settings.get("tagged") !== "no",
    outline: settings.get("tagged") !== "no",
  });
  await page.close();
  return new Uint8Array(bytes);
}
