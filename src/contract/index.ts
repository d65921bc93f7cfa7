// Requests and answers: the route table, its shapes and the typed client. No handler, no page.

export { addressOf, type CallInput, type CallReply, type Client, createClient } from "./client.ts";
export { type FramedFigure, framedAddress, framedFigure } from "./framed-figure.ts";
export { contractProblems } from "./problems.ts";
export { type Method, type Route, route } from "./route.ts";
export { type RouteName, routes } from "./routes.ts";
export { citationFormats, citedKinds } from "./routes-open.ts";
export * from "./shapes.ts";
export * from "./word-lists.ts";
