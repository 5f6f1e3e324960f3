// The user's line that made a node: the stack is kept cheaply and read only when someone asks.

/** Frames under this address belong to the library itself. */
const ownRoot = new URL("../", import.meta.url).href;
/** Frames kept: some ten of the library, then the user. Capturing is most of what making a node costs. */
const DEPTH = 20;

/** The stack of now, unformatted. */
export function captureStack(): Error {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = DEPTH;
  const held = new Error();
  Error.stackTraceLimit = limit;
  return held;
}

// "at f (file:///a/b.ts:3:7)", "at file:///a/b.ts:3:7", "f@http://host/b.js:3:7"
const PLACE = /(?:\(|at |@)((?:file:\/\/|https?:\/\/|\/|[A-Za-z]:[\\/])[^()]*?:\d+:\d+)\)?$/;

function isOwn(place: string): boolean {
  if (/\.test\.[jt]s/.test(place)) return false;
  const address = place.startsWith("/") ? `file://${place}` : place;
  return address.startsWith(ownRoot) || place.includes("/node_modules/") || place.startsWith("node:");
}

/** "file:line:column" of the first frame outside the library; undefined if the stack shows none. */
export function userLine(held: Error): string | undefined {
  for (const frame of (held.stack ?? "").split("\n")) {
    const place = PLACE.exec(frame.trim())?.[1];
    if (place !== undefined && !isOwn(place)) return place.replace(/^file:\/\//, "");
  }
  return undefined;
}
