// Makes the invented reports in reports/ from the texts in report-texts/, one in each format that Socle
// reads. Run: node demonstration/make-reports.ts [PATH OF CHROMIUM]; without a browser the PDF stays as it is.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { blocksOf, docxOf, htmlOf, textOf, titleOf } from "./report-blocks.ts";

const text = (name: string) =>
  blocksOf(readFileSync(new URL(`report-texts/${name}.md`, import.meta.url), "utf8"));
const write = (name: string, content: string | Uint8Array) =>
  writeFileSync(new URL(`reports/${name}`, import.meta.url), content);

write("travailleurs-informels-corvana.docx", docxOf(text("travailleurs-informels-corvana"), "fr-FR"));
write("reforma-pensiones-dalmere.html", htmlOf(text("reforma-pensiones-dalmere"), "es"));
write("seguro-desemprego-isarna.txt", textOf(text("seguro-desemprego-isarna")));

const executablePath = process.argv[2] ?? "/usr/bin/chromium";
if (existsSync(executablePath)) {
  const blocks = text("maternity-benefit-alvane");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.setContent(htmlOf(blocks, "en"));
  const small = 'style="font: 8pt sans-serif; width: 100%; margin: 0 20mm; color: #555;"';
  write(
    "maternity-benefit-alvane.pdf",
    await page.pdf({
      format: "A4",
      tagged: true,
      outline: true,
      margin: { top: "24mm", bottom: "22mm", left: "20mm", right: "20mm" },
      displayHeaderFooter: true,
      headerTemplate: `<div ${small}>${titleOf(blocks)} (invented report)</div>`,
      footerTemplate: `<div ${small}>Page <span class="pageNumber"></span></div>`,
    }),
  );
  await browser.close();
} else console.error(`No browser at ${executablePath}: the PDF was not made anew.`);
