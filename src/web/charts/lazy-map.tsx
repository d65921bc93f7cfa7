import { lazy, Suspense, useEffect, useState } from "react";
import { useWords } from "../i18n.ts";
import { Loading } from "../shared/states.tsx";
import type { World } from "./load-world.ts";
import type { MapKey } from "./map-parts.tsx";
import type { PictureText } from "./picture.tsx";
import type { MapArea } from "./world-map.tsx";
import "./facts.css";

const WorldMap = lazy(() => import("./world-map.tsx").then((module) => ({ default: module.WorldMap })));

/** The world map, fetched when it is wanted: the projection and the outlines are in no other page's way. */
export function LazyMap(props: {
  text: PictureText;
  sentence: string;
  areas: readonly MapArea[];
  keys: readonly MapKey[];
}) {
  const say = useWords("charts");
  const [world, setWorld] = useState<World | "failed" | null>(null);
  useEffect(() => {
    let wanted = true;
    import("./load-world.ts")
      .then((module) => module.loadWorld())
      .then(
        (loaded) => wanted && setWorld(loaded),
        () => wanted && setWorld("failed"),
      );
    return () => {
      wanted = false;
    };
  }, []);
  if (world === "failed") return <p className="fact-notice">{say("mapFailed")}</p>;
  if (world === null) return <Loading lines={12} />;
  return (
    <Suspense fallback={<Loading lines={12} />}>
      <WorldMap {...props} shapes={world.shapes} points={world.points} lines={world.lines} />
      <p className="figure-hint">
        {say("boundaries")} {say("boundaries.unsettled")}
      </p>
    </Suspense>
  );
}
