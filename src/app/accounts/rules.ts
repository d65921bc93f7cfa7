// What an address, a password and a name must be. All that is wrong is said at once.

import { type Problem, problem } from "#kernel";

const shortest = 12;
const longest = 1_000;

/** The form addresses are stored and compared in. */
export const normalisedEmail = (email: string): string => email.trim().normalize("NFC").toLowerCase();

/**
 * Problems of a password for the account with this address; none when it will do. Length counts, kinds
 * of letters do not: rules of composition make passwords more alike (NIST SP 800-63B, 3.1.1.2).
 */
export function passwordProblems(password: string, email: string): readonly Problem[] {
  const problems: Problem[] = [];
  const at = { field: "password" };
  const length = [...password].length;
  if (length < shortest) {
    problems.push(
      problem(
        "accounts.password-too-short",
        `The password has ${length} characters; it needs at least ${shortest}. Short passwords are guessed; three or four unrelated words make a good one.`,
        at,
      ),
    );
  }
  if (length > longest) {
    problems.push(
      problem(
        "accounts.password-too-long",
        `The password has ${length} characters; at most ${longest} are taken. Choose a shorter one.`,
        at,
      ),
    );
  }
  if (email !== "" && normalisedEmail(password) === normalisedEmail(email)) {
    problems.push(
      problem(
        "accounts.password-is-address",
        "The password is the e-mail address itself, which others know. Choose something else.",
        at,
      ),
    );
  }
  return problems;
}

/** Problems of an e-mail address; only the form is looked at, no message is sent. */
export function emailProblems(email: string): readonly Problem[] {
  const text = normalisedEmail(email);
  if (/^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+$/.test(text) && text.length <= 254) return [];
  return [
    problem(
      "accounts.email-invalid",
      `"${text.slice(0, 100)}" is not an e-mail address. It is the name to sign in with; write it as name@organisation.org.`,
      { field: "email" },
    ),
  ];
}

export function nameProblems(name: string): readonly Problem[] {
  if (name.trim() !== "") return [];
  return [
    problem("accounts.name-missing", "The name is empty. Colleagues see it beside what is done; write one.", {
      field: "name",
    }),
  ];
}
