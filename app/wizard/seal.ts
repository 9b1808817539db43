import { randomBytes } from "node:crypto";
import { EncryptJWT, jwtDecrypt } from "jose";
import { z } from "zod";
import type { Bag } from "./bag.ts";

/** How long answers without scripts live at most, in seconds. */
export const sealLifetime = 3600;

const payload = z.object({ bag: z.record(z.string(), z.array(z.string())) });

/** Seals answers into a token that only this process can open, and opens it again. */
export interface AnswerSeal {
  seal(bag: Bag): Promise<string>;
  /** The bag, or null if the token is forged, damaged, outdated or of an earlier process. Never throws. */
  open(token: string): Promise<Bag | null>;
}

interface Key {
  readonly id: string;
  readonly secret: Uint8Array;
  readonly madeAt: number;
}

/**
 * A seal whose keys live only in memory: AES-256-GCM, a new key every hour, one previous key kept.
 * Restarting the server makes every token unreadable.
 * @param now milliseconds since 1970, for tests
 */
export function createAnswerSeal(now: () => number = Date.now): AnswerSeal {
  const newKey = (): Key => ({
    id: randomBytes(6).toString("base64url"),
    secret: new Uint8Array(randomBytes(32)),
    madeAt: now(),
  });
  let current = newKey();
  let previous: Key | undefined;

  function rotate(): void {
    const age = now() - current.madeAt;
    if (age < sealLifetime * 1000) return;
    previous = age < 2 * sealLifetime * 1000 ? current : undefined;
    current = newKey();
  }

  return {
    async seal(bag) {
      rotate();
      return new EncryptJWT({ bag })
        .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: current.id })
        .setExpirationTime(Math.floor(now() / 1000) + sealLifetime)
        .encrypt(current.secret);
    },
    async open(token) {
      rotate();
      try {
        const { payload: opened } = await jwtDecrypt(
          token,
          ({ kid }) => {
            const key = [current, previous].find((candidate) => candidate?.id === kid);
            if (!key) throw new Error("the key of this token is gone");
            return key.secret;
          },
          { keyManagementAlgorithms: ["dir"], contentEncryptionAlgorithms: ["A256GCM"], currentDate: new Date(now()) },
        );
        const parsed = payload.safeParse(opened);
        return parsed.success ? parsed.data.bag : null;
      } catch {
        return null;
      }
    },
  };
}
