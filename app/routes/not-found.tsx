import { notFound } from "./page.ts";

/** Every address that no other route knows. */
export function loader(): never {
  throw notFound();
}

export default function NotFound(): null {
  return null;
}
