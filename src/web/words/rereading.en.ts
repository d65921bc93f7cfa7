export const words = {
  title: "Reports to read again",
  outdated_one:
    "{{shown}} of {{of}} reports was read by an earlier version of the reader. What the present one finds in it, such as addressees, priority and deadline beside a recommendation, is not there yet. What people decided stays.",
  outdated_other:
    "{{shown}} of {{of}} reports were read by an earlier version of the reader. What the present one finds in them, such as addressees, priority and deadline beside a recommendation, is not there yet. What people decided stays.",
  button: "Read them again",
  command: "On the server: socle reread",
  withheld_one: "{{count}} file is not named here: you may not read its source.",
  withheld_other: "{{count}} files are not named here: you may not read their sources.",
} as const;
