/** What a route tells the root about its page. Every route module with a view exports one as `handle`. */
export interface RouteHandle {
  /**
   * CSS of the components that the page uses, beyond what every page carries; by the loader's data where pages of a route differ.
   * Put into the page itself, each text once.
   */
  readonly styles: readonly string[] | ((data: unknown) => readonly string[]);
  /** Set where search engines have nothing to look for: the page names no canonical address. */
  readonly unlisted?: boolean;
}

/** Whether the `handle` of a match, which Remix does not type, is ours. */
export function isRouteHandle(handle: unknown): handle is RouteHandle {
  return typeof handle === "object" && handle !== null && "styles" in handle;
}

/** The CSS that a route asks for, given what its loader has given. */
export function stylesOf({ styles }: RouteHandle, data: unknown): readonly string[] {
  return typeof styles === "function" ? styles(data) : styles;
}
