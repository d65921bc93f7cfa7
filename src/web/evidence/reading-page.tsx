import { Page } from "../shared/page.tsx";

export function ReadingPage() {
  return (
    <Page title="Socle">
      <p />
    </Page>
  );
}
