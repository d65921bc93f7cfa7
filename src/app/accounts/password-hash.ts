// Passwords to argon2id hashes and back to yes or no. The parameters stand in each hash, so that they can
// be raised later and old hashes still be checked.

import { argon2, timingSafeEqual } from "node:crypto";

/**
 * 19 MiB, two passes, one lane: the least that OWASP's Password Storage Cheat Sheet accepts for argon2id,
 * about 50 ms here. Raising them makes older hashes be renewed at the next sign-in.
 */
const present = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const saltBytes = 16;
const tagBytes = 32;

/**
 * A well-formed hash of nobody's password. An unknown address is checked against it, so that the answer
 * takes the same time as for a known one and does not tell who has an account.
 */
const hashOfNobody = `$argon2id$v=19$m=${present.memory},t=${present.passes},p=${present.parallelism}$c29jbGUtbm9ib2R5LTE2Yg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`;

type Parameters = { readonly memory: number; readonly passes: number; readonly parallelism: number };

const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replaceAll("=", "");

// At most this many at once: each holds 19 MiB and a thread, and a flood of sign-ins must not take both
// from everybody else.
const lanes = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= lanes) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function derive(password: string, salt: Uint8Array, parameters: Parameters, length: number): Promise<Buffer> {
  // NFKC: the same letters typed on another keyboard must give the same bytes (NIST SP 800-63B, 3.1.1.2).
  const message = Buffer.from(password.normalize("NFKC"), "utf8");
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        argon2(
          "argon2id",
          { message, nonce: salt, ...parameters, tagLength: length },
          (error: Error | null, tag: Buffer) => (error ? reject(error) : resolve(tag)),
        );
      }),
  );
}

/** The argon2id hash of a password in the PHC string format, with a fresh salt from `randomBytes`. */
export async function hashPassword(
  password: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<string> {
  const salt = randomBytes(saltBytes);
  const tag = await derive(password, salt, present, tagBytes);
  return `$argon2id$v=19$m=${present.memory},t=${present.passes},p=${present.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

const phc = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/**
 * Whether a password fits a stored hash. With `null` (no such account, or no password set yet) the same
 * work is done and the answer is no.
 *
 * @returns `renew` is true where it fits but the hash was made with other parameters than today's
 */
export async function checkPassword(
  password: string,
  stored: string | null,
): Promise<{ readonly fits: boolean; readonly renew: boolean }> {
  const parts = phc.exec(stored ?? hashOfNobody) ?? phc.exec(hashOfNobody);
  if (parts === null) throw new Error("password-hash: the hash of nobody does not read as a hash");
  const [, memory, passes, parallelism, salt, tag] = parts as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const wanted = Buffer.from(tag, "base64");
  const found = await derive(password, Buffer.from(salt, "base64"), parameters, wanted.length);
  const fits = timingSafeEqual(found, wanted) && stored !== null && phc.test(stored);
  const renew =
    fits &&
    (parameters.memory !== present.memory ||
      parameters.passes !== present.passes ||
      parameters.parallelism !== present.parallelism);
  return { fits, renew };
}
