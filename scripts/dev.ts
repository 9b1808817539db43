import { createServer } from "vite";
import { serverBuild } from "../app/http/built-front.ts";
import { readConfiguration } from "../app/http/configuration.ts";
import { runUntilStopped } from "../app/http/process.ts";
import { renderWithRemix, routePatterns } from "../app/http/render.ts";
import { startSite } from "../app/http/site-server.ts";
import { buildIslands } from "./build-site.ts";

// Pages carry no scripts, so nothing is pushed into them: a reload shows the newest code and content.
await runUntilStopped(async (log) => {
  const configuration = { ...readConfiguration(process.env), PAGE_CACHE_MEGABYTES: 0, CONTENT_POLL_SECONDS: 1 };
  const vite = await createServer({ server: { middlewareMode: true, hmr: false, ws: false }, appType: "custom" });
  const loadBuild = async () => serverBuild.parse(await vite.ssrLoadModule("virtual:remix/server-build"));
  let islands = await buildIslands();
  vite.watcher.on("change", (file) => {
    if (/\/(?:app|machines)\/.*\.ts$/.test(file)) void buildIslands().then((built) => (islands = built));
  });
  const site = await startSite(
    {
      render: async (request, site) => renderWithRemix(await loadBuild(), log)(request, site),
      routeOf: routePatterns((await loadBuild()).routes),
      islands: () => islands,
      assets: new Map(),
      warmPaths: () => [],
    },
    configuration,
    log,
  );
  return {
    ...site,
    async stop() {
      await site.stop();
      await vite.close();
    },
  };
});
