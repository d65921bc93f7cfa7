import { fileURLToPath } from "node:url";
import manifest from "../../package.json" with { type: "json" };

export const codeVersion = manifest.version;
export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));
