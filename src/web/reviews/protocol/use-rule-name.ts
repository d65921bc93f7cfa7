import { readingStoppingRules } from "#records";
import { useWords } from "../../i18n.ts";

/** The name of a stopping rule in words; one that is not known here by the name the protocol gives it. */
export function useRuleName(): (rule: string) => string {
  const say = useWords("review-screening");
  const known: readonly string[] = readingStoppingRules;
  return (rule) => (known.includes(rule) ? say(`rule.${rule}`) : rule);
}
