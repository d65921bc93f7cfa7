/** Letters and digits of all scripts, and the underscore; what a combining mark follows is a run by itself. */
const runs = /[\p{L}\p{N}_]{2,}/gu;

/**
 * The words of a text as the reference pipeline counts them: small letters, runs of two or more letters,
 * digits or underscores of any script. A combining mark ends a run; nothing is normalised, so a decomposed
 * accent splits its word, as it does in the reference.
 *
 * @param text running text
 * @returns the words in the order of the text, repeated as often as they stand there
 * @limits Numbers and letters are those of this engine's Unicode version.
 * @source evidence of the pipeline ELAS u4: token pattern `(?u)\b\w\w+\b` of scikit-learn
 * @example
 * wordRuns("Maternity: a 14-week leave") // => ["maternity", "14", "week", "leave"]
 */
export const wordRuns = (text: string): readonly string[] => text.toLowerCase().match(runs) ?? [];
