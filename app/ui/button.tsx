import type { ReactNode } from "react";
import css from "./button.css?inline";

export const buttonStyles = [css];

/** A button that sends its form. `quiet` is for acts beside the main one. */
export function Button(props: { children: ReactNode; quiet?: boolean; name?: string; value?: string }): ReactNode {
  const { children, quiet = false, name, value } = props;
  return (
    <button className={quiet ? "button quiet" : "button"} name={name} value={value}>
      {children}
    </button>
  );
}

/** A link that looks like a button, for the one thing most people do next. */
export function ButtonLink(props: { children: ReactNode; to: string; quiet?: boolean }): ReactNode {
  const { children, to, quiet = false } = props;
  return (
    <a className={quiet ? "button quiet" : "button"} href={to}>
      {children}
    </a>
  );
}
