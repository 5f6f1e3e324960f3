// Names of a JavaScript function's parameters, read from its text: placeholders are named after them.

/** Text of the parameter list, without the parentheses; null if the function does not show its text. */
function parameterText(source: string): string | null {
  const single = /^(?:async\s+)?([A-Za-z_$][\w$]*)\s*=>/.exec(source);
  if (single !== null) return single[1]!;
  const start = source.indexOf("(");
  if (start < 0) return null;
  const end = closing(source, start);
  return end < 0 ? null : source.slice(start + 1, end);
}

const PAIRS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Where the bracket that opens at `start` closes; strings and comments do not count. */
function closing(source: string, start: number): number {
  const open: string[] = [];
  for (let i = start; i < source.length; i++) {
    const c = source[i]!;
    if (c === '"' || c === "'" || c === "`") i = endOfText(source, i, c);
    else if (c === "/" && source[i + 1] === "*") i = source.indexOf("*/", i) + 1;
    else if (c === "/" && source[i + 1] === "/") i = source.indexOf("\n", i);
    else if (c in PAIRS) open.push(PAIRS[c]!);
    else if (c === open[open.length - 1]) {
      open.pop();
      if (open.length === 0) return i;
    }
    if (i < start) return -1;
  }
  return -1;
}

function endOfText(source: string, start: number, quote: string): number {
  for (let i = start + 1; i < source.length; i++) {
    if (source[i] === "\\") i++;
    else if (source[i] === quote) return i;
  }
  return source.length;
}

/** Splits at commas that stand in no bracket. */
function parts(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '"' || c === "'" || c === "`") i = endOfText(text, i, c);
    else if (c in PAIRS) depth++;
    else if (c === ")" || c === "]" || c === "}") depth--;
    else if (c === "," && depth === 0) {
      found.push(text.slice(start, i));
      start = i + 1;
    }
  }
  found.push(text.slice(start));
  return found.map((part) => part.trim()).filter((part) => part !== "");
}

export interface ParameterNames {
  /** null for destructured parameters. */
  readonly names: readonly (string | null)[];
  /** The name that takes all further arguments; null if there is none. */
  readonly rest: string | null;
  /** Does the function use its `this`? */
  readonly usesThis: boolean;
}

// biome-ignore lint/complexity/noBannedTypes: any function will do
export function parametersOf(fn: Function): ParameterNames {
  const source = Function.prototype.toString.call(fn);
  const text = parameterText(source);
  const names: (string | null)[] = [];
  let rest: string | null = null;
  for (const part of parts(text ?? "")) {
    const comment = part.replace(/\/\*[\s\S]*?\*\//g, "").trim();
    const name = /^(\.\.\.)?\s*([A-Za-z_$][\w$]*)/.exec(comment);
    if (name?.[1] !== undefined) rest = name[2]!;
    else names.push(name?.[2] ?? null);
  }
  return { names, rest, usesThis: /\bthis\b|\bsuper\b/.test(source) };
}

/** The name of argument `index`: the parameter's, or "args_0" and so on. */
export function argumentName({ names, rest }: ParameterNames, index: number): string {
  const name = names[index];
  if (name !== undefined && name !== null) return name.replaceAll("$", "_");
  return name === undefined && rest !== null ? `${rest}_${index - names.length}` : `args_${index}`;
}
