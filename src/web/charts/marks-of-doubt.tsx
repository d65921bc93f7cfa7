import { useWords } from "../i18n.ts";
import "./facts.css";

/** "reconstruction", wherever a figure of a reconstructed index stands. */
export function ReconstructionMark() {
  const say = useWords("charts");
  return (
    <span className="fact-badge" title={say("reconstruction.why")}>
      {say("reconstruction")}
    </span>
  );
}

/** "unverified", wherever a fact has not been checked against the register of its agency. */
export function UnverifiedMark() {
  const say = useWords("charts");
  return (
    <span className="fact-badge" title={say("unverified.why")}>
      {say("unverified")}
    </span>
  );
}
