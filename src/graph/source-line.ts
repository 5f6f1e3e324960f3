// The user's line that made a node or called an op: stacks are kept cheaply and read only when someone asks.
import { KeyError, LookupError, OpError, RuntimeError, setMessage, ValueError } from "../base/errors.ts";

const here = import.meta.url;
/** Frames under this address belong to the library itself: the sources' root, or where the bundle lies. */
const ownRoot = asAddress(new URL(here.endsWith("/graph/source-line.ts") ? "../" : "./", here).href);
/**
 * Frames kept: some thirty of the library at most, then the user. Capturing is most of what making a node
 * costs.
 */
const DEPTH = 40;

/** The stack of now, unformatted. */
export function captureStack(): Error {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = DEPTH;
  const held = new Error();
  Error.stackTraceLimit = limit;
  return held;
}

// "at f (file:///a/b.ts:3:7)", "at async file:///a/b.ts:3:7", "f@http://host/b.js:3:7", "at C:\a\b.ts:3:7"
const PLACE = /(?:\(|at (?:async )?|@)((?:file:\/\/|https?:\/\/|node:|\/|[A-Za-z]:[\\/])[^()]*?:\d+:\d+)\)?$/;

function asAddress(place: string): string {
  if (place.startsWith("/")) return `file://${place}`;
  if (/^[A-Za-z]:[\\/]/.test(place)) return `file:///${place.replaceAll("\\", "/")}`;
  return place.startsWith("file:") ? decodeURI(place) : place;
}

function isOwn(place: string): boolean {
  if (place.startsWith("node:")) return true;
  const address = asAddress(place);
  if (/\.test\.[jt]s\b/.test(address)) return false;
  return address.startsWith(ownRoot) || address.includes("/node_modules/");
}

function* places(held: Error): Iterable<string> {
  for (const frame of (held.stack ?? "").split("\n")) {
    const place = PLACE.exec(frame.trim())?.[1];
    if (place !== undefined) yield place;
  }
}

/** "file:line:column" of the first frame outside the library; undefined if the stack shows none. */
export function userLine(held: Error): string | undefined {
  for (const place of places(held)) if (!isOwn(place)) return asAddress(place).replace(/^file:\/\//, "");
  return undefined;
}

/** True if the library's code threw it, and not the user's (a callback, a `valueOf`). */
function isThrownByUs(error: Error): boolean {
  for (const place of places(error)) return isOwn(place);
  return false;
}

/** Runs a call of the user's: its errors tell the line that made the call, unless they know a better one. */
export function locating<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    throw located(error);
  }
}

const PYTHON_ERRORS = [ValueError, TypeError, RuntimeError, KeyError, LookupError];

/**
 * An error that is about to reach the user, with the line of the call; one that tells a line already stays.
 */
export function located(error: unknown): unknown {
  if (error instanceof OpError)
    return error.line === undefined ? error.locate({ line: userLine(captureStack()) }) : error;
  if (!(error instanceof Error) || typeof (error as { line?: unknown }).line === "string") return error;
  if (!PYTHON_ERRORS.some((Class) => error instanceof Class) || !isThrownByUs(error)) return error;
  const line = userLine(captureStack());
  if (line === undefined) return error;
  setMessage(error, `${error.message}\n\t at ${line}`);
  return Object.assign(error, { line });
}
