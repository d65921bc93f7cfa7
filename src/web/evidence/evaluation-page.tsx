import { Page } from "../shared/page.tsx";

export function EvaluationPage() {
  return (
    <Page title="Socle">
      <p />
    </Page>
  );
}
