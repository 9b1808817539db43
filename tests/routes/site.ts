import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import * as entryServer from "../../app/entry.server.tsx";
import type { Catalogue } from "../../app/guidance/catalogue.ts";
import * as root from "../../app/root.tsx";
import routeConfig from "../../app/routes.ts";
import type { Site } from "../../app/routes/site.ts";
import { createSearchService } from "../../app/search/service.ts";
import { createAnswerSeal } from "../../app/wizard/seal.ts";
import { smallCatalogue, today } from "../ui/content.ts";
import { translations } from "../ui/render.tsx";

export const origin = "https://pristan.example";

type RouteModule = ServerBuild["routes"][string]["module"];
const modules = import.meta.glob<RouteModule>("../../app/routes/*.{ts,tsx}");

/** What Remix makes of `app/routes.ts` when it builds, made here from the sources. */
export async function serverBuild(): Promise<ServerBuild> {
  const routes: ServerBuild["routes"] = { root: { id: "root", path: "", module: root } };
  for (const { file, path, index } of routeConfig) {
    const load = modules[`../../app/${file}`];
    if (!load) throw new Error(`app/routes.ts names ${file}, which does not exist`);
    const place = { ...(path !== undefined && { path }), ...(index === true && { index }) };
    routes[file] = { id: file, parentId: "root", ...place, module: await load() };
  }
  const described: ServerBuild["assets"]["routes"] = {};
  for (const [id, { module, ...route }] of Object.entries(routes)) {
    described[id] = {
      ...route,
      module: "",
      hasAction: "action" in module,
      hasLoader: "loader" in module,
      hasClientAction: false,
      hasClientLoader: false,
      hasErrorBoundary: "ErrorBoundary" in module,
    };
  }
  return {
    mode: "production",
    entry: { module: entryServer },
    routes,
    assets: { entry: { imports: [], module: "" }, routes: described, url: "", version: "" },
    publicPath: "/",
    assetsBuildDirectory: "",
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: true,
      v3_relativeSplatPath: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
    },
  };
}

/**
 * The routes over a little site or another catalogue: a request gives the response that goes to the reader.
 * @param changes parts of the site to be other than they are, for example broken
 */
export async function startRoutes(
  catalogue: Catalogue = smallCatalogue(),
  changes: Partial<Site> = {},
): Promise<(request: Request) => Promise<Response>> {
  const search = createSearchService();
  const faults = await search.replace(catalogue, new Map());
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  const site: Site = { catalogue, translations, search, answers: createAnswerSeal(), islands: {}, today, origin, ...changes };
  const handle = createRequestHandler(await serverBuild(), "production");
  return (request) => handle(request, { site });
}
