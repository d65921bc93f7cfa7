import { routes, type TraceNodeShape } from "#contract";
import { type Origin, origins } from "#records";
import { useApi } from "../api.ts";
import { ReconstructionMark, UnverifiedMark } from "../charts/marks-of-doubt.tsx";
import { OriginMark } from "../shared/origin-mark.tsx";
import { allSteps, idPart } from "./steps.ts";

/** What everything on the path stands under: invented, simulated, of a reconstructed index. */
export function PathMarks({ root }: { root: TraceNodeShape }) {
  const steps = allSteps(root);
  const runs = new Set(steps.filter(({ kind }) => kind === "run").map(({ id }) => id));
  const known = useApi(routes.listRuns, {}, { when: runs.size > 0 });
  const report = root.kind === "passage" ? root.source?.sha256 : undefined;
  const document = useApi(
    routes.document,
    { params: { sha256: report ?? "" } },
    { when: report !== undefined },
  );
  const event = root.kind === "ratification" ? idPart(root.id) : null;
  const ratifications = useApi(routes.listRatifications, { query: {} }, { when: event !== null });
  const found = new Set<Origin>(origins.filter((origin) => steps.some(({ value }) => value === origin)));
  if (document.value) found.add(document.value.source.origin);
  return (
    <>
      {known.value?.some((run) => run.reconstruction && runs.has(`run:${run.id}`)) ? (
        <ReconstructionMark />
      ) : null}{" "}
      {ratifications.value?.some(({ id, verified }) => id === event && !verified) ? <UnverifiedMark /> : null}{" "}
      {[...found].map((origin) => (
        <OriginMark key={origin} origin={origin} />
      ))}
    </>
  );
}
