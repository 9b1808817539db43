import { index, prefix, route, type RouteConfig } from "@remix-run/route-config";

/**
 * Every address of the site. Addresses of entries are promises: `/<language>/<kind>/<id>#<anchor>`.
 * Addresses of wizards carry numbers only, so that a browser's history tells nothing. Below `/api` programs are answered in JSON. `/health` and `/assets/` belong to `app/http`.
 */
export default [
  index("routes/choose-language.ts"),
  route("robots.txt", "routes/robots.ts"),
  route("sitemap.xml", "routes/sitemap.ts"),
  ...prefix("api", [
    route("openapi.json", "routes/api-description.ts"),
    route("search", "routes/api-search.ts"),
    route("countries/:code", "routes/api-country.ts"),
    route("entries/:kind/:id", "routes/api-entry.ts"),
    route("*", "routes/api-missing.ts"),
  ]),
  ...prefix(":language", [
    index("routes/home.tsx"),
    route("about", "routes/about.tsx"),
    route("privacy", "routes/privacy.tsx"),
    route("safety", "routes/safety.tsx"),
    route("changes", "routes/changes.tsx"),
    route("feed.xml", "routes/feed.ts"),
    route("sources", "routes/source-groups.tsx"),
    route("sources/:group", "routes/sources.tsx"),
    route("search", "routes/search.tsx"),
    route("search/titles.json", "routes/search-titles.ts"),
    route("compare", "routes/compare.tsx"),
    route("compare/map", "routes/compare-map.tsx"),
    route("compare/:fact", "routes/compare-fact.tsx"),
    route("questions", "routes/questions.tsx"),
    route("questions/:wizard", "routes/wizard.tsx"),
    route("questions/:wizard/details/:kind", "routes/wizard-details.ts"),
    route("questions/:wizard/part", "routes/wizard-part.ts"),
    route("questions/:wizard/map", "routes/wizard-map.tsx"),
    route("questions/:wizard/map/:kind", "routes/wizard-outcomes.tsx"),
    route("questions/:wizard/:step", "routes/wizard-step.tsx"),
    route("leave", "routes/leave.ts"),
    route(":kind", "routes/entries.tsx"),
    route(":kind/:id", "routes/entry.tsx"),
    route(":kind/:id/:anchor", "routes/entry-text.tsx"),
  ]),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
