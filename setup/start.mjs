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
become(node, [join(root, "src", "api", "main.ts")], environment);
