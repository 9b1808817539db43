/* global module */
/** Folders of app/ that a folder may import from, beside itself and packages. Read with docs/architecture.md. */
const mayImport = {
  guidance: ["machines"],
  i18n: [],
  ui: ["guidance", "i18n", "machines"],
  search: ["guidance", "machines"],
  wizard: ["guidance", "i18n", "machines", "ui"],
  api: ["guidance", "i18n", "machines", "search", "ui"],
  routes: ["api", "guidance", "i18n", "machines", "search", "ui", "wizard"],
};

const pathOf = (folder) => (folder === "machines" ? "^machines/" : `^app/${folder}/`);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(mayImport).map(([folder, others]) => ({
      name: `${folder}-imports`,
      comment: `app/${folder} may import from ${[folder, ...others].join(", ")} and from packages`,
      severity: "error",
      from: { path: pathOf(folder) },
      to: { path: ["^app/", "^machines/", "^scripts/", "^tests/"], pathNot: [folder, ...others].map(pathOf) },
    })),
    {
      name: "machines-imports",
      comment: "a machine is the flow alone: it may import other files of machines/, xstate and zod",
      severity: "error",
      from: { path: "^machines/" },
      to: { pathNot: ["^machines/", "^node_modules/(?:xstate|zod)/"] },
    },
    {
      name: "nothing-imports-http",
      comment: "app/http puts everything together, so nothing of the site may depend on it",
      severity: "error",
      from: { path: ["^app/", "^machines/"], pathNot: "^app/http/" },
      to: { path: "^app/http/" },
    },
    {
      name: "app-imports-no-scripts",
      comment: "scripts are command lines over app/, and tests look at it from outside",
      severity: "error",
      from: { path: ["^app/", "^machines/"] },
      to: { path: ["^scripts/", "^tests/"] },
    },
    {
      name: "no-cycles",
      comment: "two files that need each other are one subject: put them into one file, or turn one of the needs round",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-missing-imports",
      comment: "the import leads nowhere, or to a package that package.json does not list",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "\\?" },
    },
    {
      name: "no-remix-package",
      comment: "the package remix throws when it is imported: import @remix-run/node or @remix-run/react",
      severity: "error",
      from: {},
      to: { path: "node_modules/remix/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^build/", "^node_modules/\\.vite/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
