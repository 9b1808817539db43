import type { ReactNode } from "react";
import css from "./fact-list.css?inline";

export const factListStyles = [css];

/** A list of labelled values, parted by hairlines. */
export function FactList({ children }: { children: ReactNode }): ReactNode {
  return <dl className="facts">{children}</dl>;
}

/** One labelled value. `margin` is what stands beside it in small type: dates, confidence, sources. */
export function FactRow({ label, children, margin }: { label: ReactNode; children: ReactNode; margin?: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
      {margin ? <dd className="meta">{margin}</dd> : null}
    </div>
  );
}
