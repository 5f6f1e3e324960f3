// Cuts the text of an expression template into tokens. What the caller put in is a token too, a hole.

export interface Token {
  readonly kind: "number" | "name" | "symbol" | "hole" | "end";
  /** As it stands in the text; holes show as "${0}". */
  readonly text: string;
  /** Where it begins in the text. */
  readonly at: number;
  /** The number of a hole. */
  readonly hole: number;
}

const PATTERNS = {
  number: /0[xX][\da-fA-F_]+|0[bB][01_]+|(?:\d[\d_]*(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y,
  name: /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y,
  symbol: /\.\.\.|\/\/|\*\*|<=|>=|==|!=|[-+*/%@~<>&|^()[\],:]/y,
} as const;

const blank = /\s*/y;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The whole text, holes shown as "${0}". */
export const sourceText = (strings: readonly string[]): string =>
  strings.map((part, i) => (i === 0 ? part : `\${${i - 1}}${part}`)).join("");

/** A SyntaxError that shows the place. */
export function syntaxError(source: string, at: number, problem: string): SyntaxError {
  return new SyntaxError(`tf.expr: ${problem} at position ${at} of \`${source}\``);
}

/** Tokens of one piece of text, which begins at `offset` of the source. */
function tokensOf(text: string, offset: number, source: string): Token[] {
  const tokens: Token[] = [];
  let at = matchAt(blank, text, 0)!.length;
  while (at < text.length) {
    const found = (["number", "name", "symbol"] as const)
      .map((kind) => ({ kind, text: matchAt(PATTERNS[kind], text, at) }))
      .find((match) => match.text !== undefined);
    if (found === undefined)
      throw syntaxError(
        source,
        offset + at,
        `expected an operator or operand, received ${JSON.stringify(text[at])}`,
      );
    tokens.push({ kind: found.kind, text: found.text!, at: offset + at, hole: -1 });
    at += found.text!.length;
    at += matchAt(blank, text, at)!.length;
  }
  return tokens;
}

/** All tokens of a template, with an "end" last. */
export function tokenize(strings: readonly string[]): Token[] {
  const source = sourceText(strings);
  const tokens: Token[] = [];
  let offset = 0;
  strings.forEach((text, i) => {
    if (i > 0) {
      const hole = `\${${i - 1}}`;
      tokens.push({ kind: "hole", text: hole, at: offset, hole: i - 1 });
      offset += hole.length;
    }
    tokens.push(...tokensOf(text, offset, source));
    offset += text.length;
  });
  tokens.push({ kind: "end", text: "the end", at: source.length, hole: -1 });
  return tokens;
}
