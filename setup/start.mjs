// `npm start`: installs what is missing, builds the pages, serves. Asks nothing.

import { join } from "node:path";
import { buildWebWhenChanged } from "./built-web.mjs";
import {
  become,
  installWhatIsMissing,
  projectEnvironment,
  projectNodeOrExit,
  root,
} from "./project-node.mjs";

installWhatIsMissing();
const node = projectNodeOrExit();
const environment = projectEnvironment(node);
const built = buildWebWhenChanged(node, environment);
if (built !== 0) process.exit(built);
// What Node compiles is kept beside the packages: the next start reads some two thousand modules instead.
const compiled = join(root, "node_modules", ".cache", "compiled");
become(node, [join(root, "src", "api", "main.ts")], { NODE_COMPILE_CACHE: compiled, ...environment });
