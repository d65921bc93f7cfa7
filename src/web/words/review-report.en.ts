export const words = {
  "flow.title": "Flow of records",
  "flow.lead":
    "How many records came in, how many left at each step and why, and what stands included. Every number is counted from the log.",
  "flow.after": "After event {{event}} of the log, {{date}}.",
  "flow.unit.report": "Counted in reports.",
  "flow.unit.project": "Counted in reports, with projects beside.",
  "flow.now": "Show it as it stands now",
  "flow.fault": "The numbers do not add up, so no picture is drawn:",
  "flow.svg": "Picture (SVG)",
  "flow.csv": "Numbers (CSV)",
  "flow.table": "The same as a table",
  "flow.tableNote": "What the records do not state is shown as not stated and is nowhere filled in.",
  "flow.at": "As it stood",
  "flow.atNote": "The number of an event, 1 to {{last}}, or a day such as 2026-05-01. Empty: now.",
  "flow.show": "Show the flow",
};
