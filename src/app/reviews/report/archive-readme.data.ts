import type { ArchiveHead } from "./archive-format.ts";

/** What stands in the archive, for people who open it without the program. */
export const archiveReadme = ({ review, title, events, log, codeVersion, madeAt }: ArchiveHead): string => `\
${title}
Archive of the review ${review}, made on ${madeAt} with Socle ${codeVersion}.

The review is its log: everything else is computed from it.

log.jsonl           ${events} events, one a line: {"chain": hash, "event": {number, key, at, by, via, act}}.
                    "chain" is the SHA-256 of the hash before it followed by the event as JSON with sorted
                    keys and no blanks; the first hash is that of the words "socle-review/1 ${review}".
                    After the last event it is
                    ${log}
protocol.json       every version of the protocol with its date and reason
data/records.csv    the records as they stand
data/documents.json the selected reports: SHA-256 of each file, and of its text where that is given
data/texts/         texts of reports that everybody may read, by the SHA-256 of their files
numbers/            the numbers of each edition, and of the last event (now.json)
report/             each edition as a document, by language
review.json         what this is, in numbers, with the SHA-256 of every other part

To make the numbers again on another machine:

    socle review reproduce THIS-FILE.zip

reads the log, computes every number of every edition, compares it with what the edition froze, and ends
with status 1 if one differs, or if the log or any part beside it was changed.
`;
