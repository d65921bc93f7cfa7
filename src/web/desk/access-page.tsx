import { Page } from "../shared/page.tsx";

export function AccessPage() {
  return (
    <Page title="Socle">
      <p />
    </Page>
  );
}
