import { Page } from "../shared/page.tsx";

export function RegistryPage() {
  return (
    <Page title="Socle">
      <p />
    </Page>
  );
}
