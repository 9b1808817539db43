import "./production.ts";
import { loadBuiltFront } from "../app/http/built-front.ts";
import { readConfiguration } from "../app/http/configuration.ts";
import { quietConsole } from "../app/http/log.ts";
import { runUntilStopped } from "../app/http/process.ts";
import { startSite } from "../app/http/site-server.ts";
import { buildFolder, buildSite, isBuildFresh } from "./build-site.ts";

await runUntilStopped(async (log) => {
  const configuration = readConfiguration(process.env);
  if (!(await isBuildFresh())) {
    log("info", "building");
    await buildSite();
  }
  quietConsole(log);
  return startSite(await loadBuiltFront(buildFolder, log), configuration, log);
});
