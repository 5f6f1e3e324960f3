// The world outside programs: where text goes and where chance comes from. Users can redirect the text.
import { InvalidArgumentError } from "../base/errors.ts";
import { appendText, writeText } from "#platform/streams";

type Sink = (text: string, stream: string) => void;

const writeToPlatform: Sink = (text, stream) => {
  if (stream === "stdout") writeText(1, text);
  else if (stream.startsWith("file://")) appendText(stream.slice("file://".length), text);
  else if (stream === "stderr") writeText(2, text);
  else if (/^log\(\w+\)$/.test(stream))
    writeText(2, `${stream.slice(4, -1).toUpperCase()}:tensorflow:${text}`);
  else
    throw new InvalidArgumentError(
      `Unknown output stream: expected stdout, stderr, log(…) or file://…, received ${stream}`,
    );
};

let sink: Sink = writeToPlatform;

export function printText(text: string, stream: string): void {
  sink(text, stream);
}

/** Sends what programs print elsewhere; returns a function that undoes it. */
export function redirectPrint(to: Sink): () => void {
  const before = sink;
  sink = to;
  return () => {
    sink = before;
  };
}

/** 64 random bits that no seed decides. */
export function entropy(): bigint {
  return crypto.getRandomValues(new BigUint64Array(1))[0]!;
}
