// The HTTP shell: requests in, use cases called, answers and pages out.

export { type ApiProblemCode, apiProblems } from "./problems.ts";
export type { UseCases } from "./register-routes.ts";
export { createServer, type ServerOptions } from "./server.ts";
