import { describe, expect, test } from "vitest";
import { routePatterns } from "../../app/http/render.ts";

const module = { default: () => null };

describe("route patterns", () => {
  const patternOf = routePatterns({
    root: { id: "root", path: "", module },
    start: { id: "start", parentId: "root", index: true, module },
    home: { id: "home", parentId: "root", path: ":language", index: true, module },
    about: { id: "about", parentId: "root", path: ":language/about", module },
    entry: { id: "entry", parentId: "root", path: ":language/:kind/:id", module },
    other: { id: "other", parentId: "root", path: "*", module },
  });

  test.each([
    ["/", "/"],
    ["/ru", "/:language"],
    ["/ru/", "/:language"],
    ["/ru/about", "/:language/about"],
    ["/ru/countries/kz", "/:language/:kind/:id"],
    ["/ru/countries/kz.data", "/:language/:kind/:id"],
    ["/ru/a/b/c/secret", "/*"],
  ])("%s is %s", (path, pattern) => {
    expect(patternOf(path)).toBe(pattern);
  });
});
