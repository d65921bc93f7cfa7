import { Page } from "../shared/page.tsx";

export function ClaimPage() {
  return (
    <Page title="Socle">
      <p />
    </Page>
  );
}
