/** What a log line may hold: a closed list, so that nothing about a reader has a place in it. */
export interface LogFields {
  readonly method?: string;
  /** The pattern of the address, such as `/:language/:kind/:id`; never the address. */
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly bytes?: number;
  readonly error?: ErrorDescription;
  readonly revision?: string;
  readonly engine?: string;
  readonly degraded?: boolean;
  /** Why the search is degraded, in fixed words. */
  readonly reason?: string;
  /** Faults of the content, as `check:content` prints them. */
  readonly faults?: readonly string[];
  /** Where the server listens. */
  readonly origin?: string;
}

export type Level = "info" | "warning" | "error";

/** Writes one event. */
export type Log = (level: Level, event: string, fields?: LogFields) => void;

/**
 * A log of JSON lines: time, level, event and the fields given.
 * @param write takes each line with its line break
 */
export function createLog(write: (line: string) => void): Log {
  return (level, event, fields = {}) => {
    write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
  };
}

/** An error without its message, which may repeat what a reader wrote. */
export interface ErrorDescription {
  readonly name: string;
  /** Code of Node's own errors, such as ECONNREFUSED. */
  readonly code?: string;
  readonly frames?: readonly string[];
  readonly cause?: ErrorDescription;
}

const mostFrames = 12;
const mostCauses = 3;

/** Describes anything thrown by its name, code and stack frames, and its causes likewise. */
export function describeError(thrown: unknown, depth = 0): ErrorDescription {
  if (!(thrown instanceof Error)) return { name: typeof thrown };
  const name = /^[A-Za-z]{1,60}$/.test(thrown.name) ? thrown.name : "Error";
  const code =
    "code" in thrown && typeof thrown.code === "string" && /^[A-Z_\d]{1,60}$/.test(thrown.code) ? thrown.code : undefined;
  const frames = framesOf(thrown);
  return {
    name,
    ...(code !== undefined && { code }),
    ...(frames.length > 0 && { frames }),
    ...(thrown.cause !== undefined && depth < mostCauses && { cause: describeError(thrown.cause, depth + 1) }),
  };
}

/** A stack begins with the message. Unless exactly that beginning can be cut off, no frame is certain to be one. */
function framesOf(error: Error): readonly string[] {
  const { stack, message } = error;
  if (stack === undefined) return [];
  const start = message === "" ? 0 : stack.indexOf(message);
  if (start < 0 || stack.slice(0, start).includes("\n")) return [];
  return stack
    .slice(start + message.length)
    .split("\n")
    .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
    .slice(0, mostFrames)
    .map((line) => line.trim().replaceAll(`${process.cwd()}/`, "").replace("file://", ""));
}

/**
 * Replaces what libraries write to the console, which may repeat an address, by an event with the place it came from.
 * For the whole process and for good.
 */
export function quietConsole(log: Log): void {
  const note = (): void => {
    log("warning", "library-message", { error: describeError(new Error()) });
  };
  Object.assign(globalThis.console, { debug: note, error: note, info: note, log: note, trace: note, warn: note });
}
