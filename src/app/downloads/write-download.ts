import { type Language, ok, type Result } from "#kernel";
import type { Download } from "../use-case.ts";
import { csvDownload } from "./csv-download.ts";
import type { DownloadContent } from "./download-table.ts";
import { jsonDownload } from "./json-download.ts";
import { xlsxDownload } from "./xlsx-download.ts";

export type DownloadFormat = "csv" | "xlsx" | "json";

/**
 * A download of any tables in one of three formats, each with its README: CSV as a zip of `data.csv` and
 * `README.md`, XLSX with a README sheet, JSON with a `readme` object. Rows are written as they come.
 *
 * @param language of the README's fixed words and of area names
 * @returns name, media type and bytes; `app.sheet-too-long` where XLSX cannot hold the rows
 */
export function writeDownload(
  content: DownloadContent,
  format: DownloadFormat,
  language: Language,
): Result<Download> {
  const name = content.about.id.replace(/[^A-Za-z0-9._-]+/g, "-");
  switch (format) {
    case "csv":
      return ok({
        fileName: `${name}.zip`,
        mediaType: "application/zip",
        stream: csvDownload(content, language),
      });
    case "json":
      return ok({
        fileName: `${name}.json`,
        mediaType: "application/json",
        stream: jsonDownload(content, language),
      });
    case "xlsx": {
      const stream = xlsxDownload(content, language);
      return stream.ok
        ? ok({
            fileName: `${name}.xlsx`,
            mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            stream: stream.value,
          })
        : stream;
    }
  }
}
