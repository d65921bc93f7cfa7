import { getRouteApi, Navigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useWords } from "../i18n.ts";
import { Page } from "../shared/page.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";

const address = getRouteApi("/data/latest/$series");

/** Leads to the newest published release of a series: an address to keep where the newest is wanted. */
export function LatestPage() {
  const say = useWords("releases");
  const { series } = address.useParams();
  const answer = useApi(routes.listSeriesReleases, { params: { series }, query: {} });
  if (answer.value?.latest)
    return <Navigate to="/data/$release" params={{ release: answer.value.latest }} replace />;
  return (
    <Page title={say("latest.seek", { series })} cite={false}>
      <Answered answer={answer}>{() => <EmptyState what={say("latest.none", { series })} />}</Answered>
    </Page>
  );
}
