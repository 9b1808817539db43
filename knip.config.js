/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    // Remix finds these by name and by app/routes.ts.
    "app/{root,entry.server}.tsx",
    "app/routes.ts",
    "app/routes/*.{ts,tsx}",
    // Built by scripts/build-site.ts, which names them as texts.
    "app/*/island.ts",
    "scripts/*.ts",
  ],
  project: ["{app,machines,scripts,tests}/**/*.{ts,tsx}", "*.{js,cjs,ts}"],
  // The type of what an exported function takes or gives may be exported although no other file names it yet.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // The name under which Remix is known, kept in the list for people who look for it. It throws when it is imported.
    "remix",
  ],
};
