import { Outlet, useRouterState } from "@tanstack/react-router";
import { framed } from "../charts/framed.ts";
import { FramedPage } from "../charts/framed-page.tsx";
import { useWords } from "../i18n.ts";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import style from "./layout.module.css";
import { SectionNav } from "./section-nav.tsx";

/** What stands around every page. */
export function Layout() {
  const say = useWords("shell");
  // What other sites show in a frame stands there by itself.
  const isSearch = useRouterState({ select: ({ location }) => location.pathname.startsWith("/embed/") });
  if (framed !== null)
    return (
      <FramedPage>
        <Outlet />
      </FramedPage>
    );
  if (isSearch)
    return (
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    );
  return (
    <div className={style["frame"]}>
      <a className={`visually-hidden ${style["skip"]}`} href="#main" data-print="hide">
        {say("skip")}
      </a>
      <Header />
      <SectionNav />
      <main id="main" className={style["main"]} tabIndex={-1}>
        <Outlet />
      </main>
      <Footer />
    </div>
  );
}
