import { isIP } from "node:net";
import { z } from "zod";

interface Explanation {
  /** What the variable does, as README.md says it. */
  readonly purpose: string;
  /** What to do when the value is wrong. */
  readonly cure: string;
}

const explanations = z.registry<Explanation>();

function wholeNumber(least: number, most: number, standard: number, purpose: string): z.ZodType<number> {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .prefault(String(standard))
    .register(explanations, { purpose, cure: `write a whole number from ${String(least)} to ${String(most)}` });
}

const webAddress = z.url({ protocol: /^https?$/, hostname: /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])$/i });

/** Every environment variable of the site. The table in README.md is tested against this list. */
export const settings = z.object({
  HOST: z
    .string()
    .refine((text) => isIP(text) > 0 || /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(text))
    .prefault("127.0.0.1")
    .register(explanations, {
      purpose: "address on which the server listens",
      cure: "write an IP address or a host name, such as 127.0.0.1",
    }),
  PORT: wholeNumber(0, 65_535, 3000, "port on which the server listens; 0 takes any free one"),
  PUBLIC_ORIGIN: webAddress
    .transform((text) => new URL(text))
    .refine((url) => url.href === `${url.origin}/`)
    .transform((url) => url.origin)
    .optional()
    .register(explanations, {
      purpose:
        "origin under which readers reach the site, for feeds and site map; with https, browsers are told to stay on https",
      cure: "write scheme and host without a path, such as https://pristan.example",
    }),
  CONTENT_DIRECTORY: z.string().prefault("content").register(explanations, {
    purpose: "folder of the content; the checks read it too",
    cure: "write the path of a folder",
  }),
  CONTENT_POLL_SECONDS: wholeNumber(0, 86_400, 5, "seconds between looks for changed content; 0: only on SIGHUP"),
  MEILI_HOST: webAddress.optional().register(explanations, {
    purpose: "address of a Meilisearch server; without it the embedded engine answers",
    cure: "write an address such as http://127.0.0.1:7700, or leave it unset",
  }),
  MEILI_API_KEY: z.string().optional().register(explanations, {
    purpose: "key with which the site builds its index on that server",
    cure: "set MEILI_HOST too, or leave the key unset",
  }),
  MEILI_SEARCH_KEY: z.string().optional().register(explanations, {
    purpose: "key with which the site searches there; without it MEILI_API_KEY does that too",
    cure: "set MEILI_HOST too, or leave the key unset",
  }),
  MEILI_TIMEOUT_MS: wholeNumber(
    50,
    60_000,
    800,
    "milliseconds a search waits for Meilisearch before the embedded engine answers",
  ),
  PAGE_CACHE_MEGABYTES: wholeNumber(0, 4096, 64, "most memory for rendered pages; 0 turns the page cache off"),
  TRUST_PROXY: wholeNumber(
    0,
    5,
    0,
    "number of own proxies in front that append to X-Forwarded-For; used for the limit on POSTs only",
  ),
  POSTS_PER_MINUTE: wholeNumber(1, 1_000_000, 600, "POSTs accepted in a minute from one address; many readers may share it"),
  MAX_CONCURRENT_REQUESTS: wholeNumber(1, 100_000, 200, "requests worked on at once; pages from the cache do not count"),
  RENDER_TIMEOUT_MS: wholeNumber(100, 120_000, 10_000, "milliseconds a page may take"),
  REQUEST_TIMEOUT_MS: wholeNumber(1000, 600_000, 30_000, "milliseconds in which a client must have sent its request"),
  STOP_TIMEOUT_MS: wholeNumber(0, 600_000, 10_000, "milliseconds a stopping server waits for running requests"),
});

export type Configuration = z.infer<typeof settings>;

/** What each variable is for and how to mend a wrong value. */
export function explain(name: keyof Configuration): Explanation {
  const explanation = explanations.get(settings.shape[name]);
  if (!explanation) throw new Error(`${name} has no explanation; register one in app/http/configuration.ts`);
  return explanation;
}

/** Thrown for wrong variables: one line for each, naming the variable and the cure, never the value, which may be secret. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

const isSetting = settings.keyof();

/**
 * Reads the configuration from environment variables; an empty variable counts as unset.
 * Throws ConfigurationError if any is wrong.
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = settings
    .refine(({ MEILI_HOST, MEILI_API_KEY }) => MEILI_HOST !== undefined || MEILI_API_KEY === undefined, {
      path: ["MEILI_API_KEY"],
    })
    .refine(({ MEILI_HOST, MEILI_SEARCH_KEY }) => MEILI_HOST !== undefined || MEILI_SEARCH_KEY === undefined, {
      path: ["MEILI_SEARCH_KEY"],
    })
    .safeParse(given);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map(({ path }) => isSetting.parse(path[0])))];
  throw new ConfigurationError(names.map((name) => `${name} has a wrong value: ${explain(name).cure}`).join("\n"));
}
