import { createContext, useContext, type ReactNode } from "react";
import type { Site } from "./site.ts";

const Context = createContext<Site | null>(null);

/** Gives views the site of their request. Views take large things from here, since loader data is encoded for the browser even where no script reads it. */
export function SiteProvider({ site, children }: { site: Site; children: ReactNode }): ReactNode {
  return <Context.Provider value={site}>{children}</Context.Provider>;
}

/** The site as the request's loaders see it. */
export function useSite(): Site {
  const site = useContext(Context);
  if (!site) throw new Error("useSite stands outside SiteProvider");
  return site;
}
