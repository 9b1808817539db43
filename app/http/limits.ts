import { createHmac, randomBytes } from "node:crypto";
import { isIPv6 } from "node:net";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Largest body of a request, in bytes. */
export const bodyLimit = 64 * 1024;

/**
 * The address that counts for the limit on POSTs: the connection's own, or what the outermost of our own proxies saw.
 * @param trustedProxies how many proxies of ours append to X-Forwarded-For
 */
export function clientAddress(connection: string | undefined, forwardedFor: string | undefined, trustedProxies: number): string {
  const chain = (forwardedFor ?? "").split(",").map((address) => address.trim());
  const forwarded = trustedProxies > 0 ? chain.at(-trustedProxies) : undefined;
  return forwarded ?? connection ?? "";
}

/** One household or one mobile client has a whole /64 of IPv6 addresses. */
function network(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter((group) => group !== "");
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter((group) => group !== "").length;
  return [...groups, ...Array<string>(missing).fill("0"), ...(tail ?? "").split(":")].slice(0, 4).join(":");
}

/** Counts the POST of an address. Null: go on; else the seconds to wait. */
export type PostLimit = (address: string) => Promise<number | null>;

/**
 * Limits POSTs by address in memory. Addresses are only held as a keyed hash whose key this process forgets with its end.
 */
export function createPostLimit(perMinute: number): PostLimit {
  const secret = randomBytes(32);
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (address) => {
    const key = createHmac("sha256", secret).update(network(address)).digest("base64url");
    try {
      await limiter.consume(key);
      return null;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  };
}

/**
 * Whether another site made the browser send a request.
 *
 * `Origin: null` alone does not tell: browsers send it for our own forms, since our pages ask them for no referrer. Then
 * `Sec-Fetch-Site` decides, and where an old browser sends neither, the answers' cookie still is `SameSite=Strict`.
 */
export function isCrossSite(headers: {
  readonly secFetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly host: string | undefined;
  readonly publicOrigin: string;
}): boolean {
  const { secFetchSite, origin, host, publicOrigin } = headers;
  if (secFetchSite !== undefined && !["same-origin", "none"].includes(secFetchSite)) return true;
  if (origin === undefined || origin === "null" || origin === publicOrigin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
