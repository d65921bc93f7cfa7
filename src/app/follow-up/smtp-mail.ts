// Sending mail over SMTP: made in the `main.ts` of a shell from the settings, handed on as `effects.mail`.

import { fail, ok, problem } from "#kernel";
import type { MailMessage, SendMail } from "../effects.ts";

/** Longest a line of talk with the mail server may take, in milliseconds. */
const patience = 20_000;

/** A header is one line: whatever else stands in a name or an address ends here. */
const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

/** One address and nothing that could be a second one, a comment or a header. */
const isAddress = (text: string) => /^[^\s@<>(),;:\\"[\]]+@[^\s@<>(),;:\\"[\]]+$/.test(text);

const refused = (message: string) =>
  fail(
    problem(
      "follow-up.mail-refused",
      `${message} It is not tried again; correct the address or the settings.`,
    ),
  );

/**
 * @param url for example `smtp://user:password@mail.example.org:587`; `smtps:` for TLS from the start
 * @param from the sender's address
 * @returns a function that hands one message to the server; permanent refusals (5xx) are told from passing ones
 */
export function smtpMail(url: string, from: string): SendMail {
  const domain = from.split("@")[1]?.replace(/[^A-Za-z0-9.-]/g, "") || "localhost";
  return async ({ to, subject, text, id }: MailMessage) => {
    if (!isAddress(to)) return refused(`"${oneLine(to).slice(0, 100)}" is not one mail address.`);
    // Loaded when there is something to send: most installations and every test of reading never send.
    const { createTransport } = await import("nodemailer");
    const transport = createTransport(url, {});
    Object.assign(transport.options, {
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      await transport.sendMail({
        from: { name: "Socle", address: from },
        to: { name: "", address: to },
        subject: oneLine(subject),
        text,
        messageId: `<${id.replace(/[^A-Za-z0-9.-]/g, "")}.reminder@${domain}>`,
        headers: { "Auto-Submitted": "auto-generated" },
      });
      return ok(null);
    } catch (error) {
      const { responseCode, message } = error as { responseCode?: number; message?: string };
      const said = oneLine(message ?? String(error)).slice(0, 300);
      if (responseCode !== undefined && responseCode >= 500 && responseCode !== 535)
        return refused(`The mail server refused the message to ${to}: ${said}.`);
      return fail(
        problem(
          "follow-up.mail-postponed",
          `The mail server did not take the message to ${to}: ${said}. It is tried again later.`,
        ),
      );
    } finally {
      transport.close();
    }
  };
}
