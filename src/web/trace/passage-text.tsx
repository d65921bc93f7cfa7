import { routes, type TraceNodeShape } from "#contract";
import { codePointsOf, type Span } from "#kernel";
import { useApi } from "../api.ts";
import { marked } from "./marked-text.ts";

/** A passage where it stands: the text around it, its own words marked. */
export function PassageText({ node }: { node: TraceNodeShape }) {
  const locator = node.source?.locator;
  const spans: readonly Span[] = locator && "spans" in locator ? locator.spans : [];
  const document = useApi(
    routes.document,
    { params: { sha256: node.source?.sha256 ?? "" } },
    { when: node.source !== null && spans.length > 0 },
  );
  if (!document.value) return typeof node.value === "string" ? <blockquote>{node.value}</blockquote> : null;
  const pieces = marked(codePointsOf(document.value.text), spans, 160);
  return (
    <blockquote className="trace-passage" lang={document.value.language ?? undefined}>
      {pieces.map((piece) =>
        piece.isMarked ? (
          <mark key={piece.from}>{piece.text}</mark>
        ) : (
          <span key={piece.from}>{piece.text}</span>
        ),
      )}
    </blockquote>
  );
}
