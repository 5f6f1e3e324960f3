// Runs recorded calls of the API: printed texts, shown values, random sequences, mistakes.
import { inspect } from "node:util";
import { redirectPrint } from "../../src/engine/outside.ts";
import "../../src/index.ts";
import { print } from "../../src/tf/printing/print.ts";
import { mistakeDifference, UNREPEATED } from "./api-errors.ts";
import { RANDOM_CASES } from "./api-random.ts";
import { absence, decodeValue, type Tagged } from "./api-values.ts";
import type { ApiCase } from "./cases.ts";
import { failed, type Outcome, passed, skipped } from "./runner.ts";

const outcome = (difference: string | null): Outcome => (difference === null ? passed : failed(difference));

const same = (got: string, want: string): string | null =>
  got === want ? null : `text is ${JSON.stringify(got)}, expected ${JSON.stringify(want)}`;

/** What printing writes while `body` runs. */
export function printedBy(body: () => unknown): string {
  let text = "";
  const undo = redirectPrint((part) => {
    text += part;
  });
  try {
    body();
  } finally {
    undo();
  }
  return text;
}

function printCase({ body }: ApiCase): Outcome {
  const { args, kwargs, output } = body as {
    args: Tagged[];
    kwargs: Record<string, unknown>;
    output: string;
  };
  const absent = absence(args);
  if (absent !== null) return skipped(absent);
  const options = Object.keys(kwargs).length > 0 ? [kwargs] : [];
  return outcome(
    same(
      printedBy(() => print(...args.map((arg) => decodeValue(arg)), ...options)),
      output,
    ),
  );
}

/** What a recorded variable was called: the name is in its text. */
const variableName = (text: string): string => /<tf\.Variable '([^:]*):0'/.exec(text)?.[1] ?? "Variable";

function reprCase({ body }: ApiCase): Outcome {
  const {
    args: [subject],
    str,
    repr,
  } = body as { args: Tagged[]; str: string; repr: string };
  const absent = absence([subject]);
  if (absent !== null) return skipped(absent);
  const value = decodeValue(subject, variableName(repr));
  const long = value as { repr?: () => string };
  const shown = typeof long.repr === "function" ? long.repr() : inspect(value);
  return outcome(same(String(value), str) ?? same(shown, repr));
}

function errorCase(item: ApiCase): Outcome {
  const { expr } = item.body as { expr: string };
  return expr in UNREPEATED ? skipped(UNREPEATED[expr]) : outcome(mistakeDifference(item));
}

const RUNNERS: Readonly<Record<string, (item: ApiCase) => Outcome>> = {
  "@tf.print": printCase,
  "@repr": reprCase,
  "@error": errorCase,
  ...Object.fromEntries(
    Object.entries(RANDOM_CASES).map(([name, run]) => [name, (item: ApiCase) => outcome(run(item))]),
  ),
};

export const hasApiRunner = (op: string): boolean => Object.hasOwn(RUNNERS, op);

export const runApiCase = (item: ApiCase): Outcome => RUNNERS[item.op](item);
