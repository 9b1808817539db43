import { refuse } from "./api-answer.ts";

function missing(): never {
  throw refuse("notFound", 404, "There is nothing at this address. See /api/openapi.json");
}

/** Every address below /api that no other route knows. */
export const loader = missing;
export const action = missing;
