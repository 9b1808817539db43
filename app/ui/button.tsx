import type { ReactNode } from "react";
import css from "./button.css?inline";

export const buttonStyles = [css];

interface ButtonProps {
  readonly children: ReactNode;
  readonly quiet?: boolean;
  readonly name?: string;
  readonly value?: string;
  /** Id of the text that says what pressing it brings about. */
  readonly describedBy?: string;
}

/** A button that sends its form. `quiet` is for acts beside the main one. */
export function Button({ children, quiet = false, name, value, describedBy }: ButtonProps): ReactNode {
  return (
    <button className={quiet ? "button quiet" : "button"} name={name} value={value} aria-describedby={describedBy}>
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
