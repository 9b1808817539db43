import css from "./field.css?inline";

/** What fields to write in and lists to choose from look like. */
export const fieldStyles = [css];
