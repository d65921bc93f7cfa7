import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkPassword, hashPassword } from "./password-hash.ts";

const hash = (password: string) => hashPassword(password, (length) => randomBytes(length));

describe("password hashes", () => {
  it("fit their password and no other", async () => {
    const stored = await hash("correct horse battery");
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await checkPassword("correct horse battery", stored)).toEqual({ fits: true, renew: false });
    expect(await checkPassword("correct horse batterY", stored)).toEqual({ fits: false, renew: false });
    expect(await checkPassword("", stored)).toEqual({ fits: false, renew: false });
  });

  it("differ for the same password", async () => {
    expect(await hash("correct horse battery")).not.toBe(await hash("correct horse battery"));
  });

  it("read those of other programs: the test vector of the reference implementation", async () => {
    // phc-winner-argon2, src/test.c, version 0x13, argon2id: t=2, m=2^16, p=1, "password", "somesalt".
    const stored = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    expect(await checkPassword("password", stored)).toEqual({ fits: true, renew: true });
    expect(await checkPassword("differentpassword", stored)).toEqual({ fits: false, renew: false });
  });

  it("take letters typed in another way for the same", async () => {
    const stored = await hash("de\u0301sir et re\u0301ve");
    expect((await checkPassword("d\u00e9sir et r\u00e9ve", stored)).fits).toBe(true);
  });

  it.each([null, "", "plain text", "$argon2id$v=19$m=1$x$y", "$2b$10$abcdefghijklmnopqrstuv"])(
    "fit nothing when stored as %j",
    async (stored) => {
      expect(await checkPassword("correct horse battery", stored)).toEqual({ fits: false, renew: false });
      expect(await checkPassword("", stored)).toEqual({ fits: false, renew: false });
    },
  );

  it("leave the event loop free while they are made", async () => {
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 1);
    await Promise.all(["one password", "two passwords", "three passwords"].map(hash));
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(3);
  });
});
