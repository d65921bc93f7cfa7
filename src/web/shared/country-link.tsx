import { Link } from "@tanstack/react-router";
import { areaName } from "#kernel";
import { useLanguage } from "../i18n.ts";

/** The name of a country in the reader's language, leading to its page. */
export function CountryLink({ area }: { readonly area: string }) {
  const language = useLanguage();
  return <Link to={`/countries/${area}` as "/"}>{areaName(area, language)}</Link>;
}
