import { Page } from "../shared/page.tsx";

export function SearchPage() {
  return (
    <Page title="Socle">
      <p />
    </Page>
  );
}
