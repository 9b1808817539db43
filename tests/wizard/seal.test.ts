import { describe, expect, it } from "vitest";
import { createAnswerSeal } from "../../app/wizard/seal.ts";

const bag = { country: ["kz"], reason: ["conscience", "fear"] };
const minute = 60_000;

describe("sealed answers", () => {
  it("open again in the same process", async () => {
    const seal = createAnswerSeal();
    expect(await seal.open(await seal.seal(bag))).toEqual(bag);
  });

  it("show nothing of the answers", async () => {
    const token = await createAnswerSeal().seal({ country: ["plantedword"] });
    const readable = token.split(".").map((part) => Buffer.from(part, "base64url").toString("latin1"));
    expect(readable.join(" ")).not.toContain("plantedword");
  });

  it("stay shut for another process, a damaged or a foreign token", async () => {
    const seal = createAnswerSeal();
    const token = await seal.seal(bag);
    expect(await createAnswerSeal().open(token)).toBeNull();
    const [sign = ""] = token.slice(-9);
    expect(await seal.open(`${token.slice(0, -9)}${sign === "A" ? "B" : "A"}${token.slice(-8)}`)).toBeNull();
    expect(await seal.open(token.slice(0, 40))).toBeNull();
    expect(await seal.open("")).toBeNull();
    expect(await seal.open("x".repeat(9000))).toBeNull();
  });

  it("outlive one change of the key, but not their hour", async () => {
    let now = 50 * minute;
    const seal = createAnswerSeal(() => now);
    now += 50 * minute;
    const token = await seal.seal(bag);
    now += 20 * minute;
    expect(await seal.open(token)).toEqual(bag);
    now += 45 * minute;
    expect(await seal.open(token)).toBeNull();
  });
});
