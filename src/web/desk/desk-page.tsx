import { Page } from "../shared/page.tsx";

export function DeskPage() {
  return (
    <Page title="Socle">
      <p />
    </Page>
  );
}
