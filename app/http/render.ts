import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { LRUCache } from "lru-cache";
import type { Site } from "../routes/site.ts";
import { describeError, type Log } from "./log.ts";

/** Turns a request into a response. */
export type Render = (request: Request, site: Site) => Promise<Response>;

/** The pattern of an address, such as `/:language/:kind/:id`. */
export type RouteOf = (path: string) => string;

/** Remix's handler for a build. Errors go to our log without their messages, which may repeat what a reader wrote. */
export function renderWithRemix(build: ServerBuild, log: Log): Render {
  const handleError = (error: unknown): void => {
    log("error", "route-failed", { error: describeError(error) });
  };
  const module = { ...build.entry.module, handleError };
  const handle = createRequestHandler({ ...build, entry: { ...build.entry, module } }, "production");
  return (request, site) => handle(request, { site });
}

const mostPatterns = 2000;

type RouteObject = Parameters<typeof matchRoutes>[0][number];

/** Finds patterns by the routes of a build. */
export function routePatterns(routes: ServerBuild["routes"]): RouteOf {
  const children = (parent: string | undefined): RouteObject[] =>
    Object.values(routes)
      .filter((route) => route.parentId === parent)
      .map((route) => {
        const path = route.path === undefined ? {} : { path: route.path };
        return route.index ? { ...path, index: true } : { ...path, children: children(route.id) };
      });
  const tree = children(undefined);
  const find = (path: string): string => {
    const matches = matchRoutes(tree, path.replace(/\.data$/, "")) ?? [];
    const parts = matches.map(({ route }) => route.path ?? "").filter((part) => part !== "" && part !== "/");
    return `/${parts.join("/")}`;
  };
  // The router sorts all routes anew for each question, which costs more than sending a kept page.
  const found = new LRUCache<string, string>({ max: mostPatterns });
  return (path) => {
    const pattern = found.get(path) ?? find(path);
    found.set(path, pattern);
    return pattern;
  };
}
