import { register } from "node:module";

/**
 * Lets a command import components without a build: their styles, which only a build can read, are left out.
 * To be imported before the components are, which then have to be imported by `import()`.
 */
const hooks = `export async function load(url, context, next) {
  return url.endsWith(".css?inline") ? { format: "module", source: "export default ''", shortCircuit: true } : next(url, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
