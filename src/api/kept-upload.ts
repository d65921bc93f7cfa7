import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Upload } from "#app";
import { problem } from "#kernel";
import { problemOfFolder } from "#store";
import { Refusal } from "./refusal.ts";
import { uploadName } from "./upload-name.ts";

/**
 * Writes the body of a request to the data folder's `tmp`, under a name of our own, and removes it after
 * `work`, whatever comes of it. Memory stays flat.
 *
 * @param announced the Content-Length header in bytes, NaN where there is none
 * @throws Refusal `api.upload-too-large`, `api.upload-empty`
 */
export async function withUpload<T>(
  body: Readable,
  given: {
    readonly name: string;
    readonly announced: number;
    readonly limitBytes: number;
    readonly home: string;
  },
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  const { limitBytes } = given;
  if (given.announced > limitBytes) throw tooLarge(limitBytes);
  const folder = join(given.home, "tmp");
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(toldOfFolder);
  const path = join(folder, `upload-${randomBytes(12).toString("hex")}`);
  try {
    let bytes = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        if (bytes > limitBytes) done(tooLarge(limitBytes));
        else done(null, chunk);
      },
    });
    await pipeline(body, meter, createWriteStream(path, { flags: "wx", mode: 0o600 })).catch(toldOfFolder);
    if (bytes === 0) {
      throw new Refusal([
        problem(
          "api.upload-empty",
          "The upload holds no bytes. Check that the file was chosen and is not empty. Nothing was imported.",
        ),
      ]);
    }
    return await work({ path, name: uploadName(given.name) });
  } finally {
    await rm(path, { force: true });
  }
}

/** The data folder is full or may not be written to: for people to know, not a defect. */
function toldOfFolder(error: unknown): never {
  const found = problemOfFolder(error);
  // The rest of the body may still be on its way.
  throw found ? new Refusal([found], { connection: "close" }) : error;
}

const tooLarge = (limitBytes: number) =>
  new Refusal(
    [
      problem(
        "api.upload-too-large",
        `The file is larger than ${limitBytes / 1_000_000} MB, the most that can be uploaded here. Split it, import it with bin/socle on the server, or have SOCLE_UPLOAD_LIMIT raised. Nothing was imported.`,
      ),
    ],
    // The rest of the body is still on its way; the connection is of no more use.
    { connection: "close" },
  );
