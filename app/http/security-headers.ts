import { createHash } from "node:crypto";

const deniedFeatures = [
  "accelerometer",
  "autoplay",
  "bluetooth",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "web-share",
  "xr-spatial-tracking",
];

const policyWithoutMarkup = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Headers that every response carries, of whatever kind. `https` only where the site is published under https. */
export function fixedHeaders(https: boolean): Readonly<Record<string, string>> {
  return {
    "content-security-policy": policyWithoutMarkup,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": deniedFeatures.map((feature) => `${feature}=()`).join(", "),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    ...(https && { "strict-transport-security": "max-age=63072000; includeSubDomains" }),
  };
}

function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Texts of the inline elements of a kind. */
function inlineTexts(html: string, element: "script" | "style"): { readonly attributes: string; readonly text: string }[] {
  const pattern = new RegExp(`<${element}([^>]*)>([\\s\\S]*?)</${element}\\s*>`, "gi");
  return [...html.matchAll(pattern)].map(([, attributes = "", text = ""]) => ({ attributes, text }));
}

export interface PagePolicy {
  readonly policy: string;
  /** Executable scripts on the page that are no island: the browser will refuse them. */
  readonly refusedScripts: number;
}

/**
 * The content security policy of a page, from its final text.
 * Styles are allowed by hash. A script is allowed by hash only if it is an island: a script that got into a page by an
 * injection must not be blessed by hashing what happens to stand there.
 */
export function pagePolicy(html: string, islands: Readonly<Record<string, string>>): PagePolicy {
  const styles = new Set(inlineTexts(html, "style").map(({ text }) => hashSource(text)));
  const scripts = new Set<string>();
  let refusedScripts = 0;
  for (const { attributes, text } of inlineTexts(html, "script")) {
    // Data blocks are never executed and need no permission.
    if (/\stype=(["']?)application\/(?:ld\+)?json\1(?:\s|$)/i.test(attributes)) continue;
    const island = Object.keys(islands).find((name) => islands[name] === text);
    if (island === undefined) refusedScripts += 1;
    else scripts.add(hashSource(text));
  }
  const images = [/<img\b/i.test(html) ? "'self'" : "", /(?:href|src)="data:|url\(["']?data:/i.test(html) ? "data:" : ""];
  const sources = {
    "default-src": ["'none'"],
    "style-src": [...styles],
    "script-src": scripts.size > 0 ? [...scripts] : ["'none'"],
    "img-src": images.filter((source) => source !== ""),
    // Islands fetch their fixed documents, which are the same for everyone.
    "connect-src": [scripts.size > 0 ? "'self'" : "'none'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
  };
  const directives = Object.entries(sources).filter(([, allowed]) => allowed.length > 0);
  return { policy: directives.map(([name, allowed]) => `${name} ${allowed.join(" ")}`).join("; "), refusedScripts };
}
