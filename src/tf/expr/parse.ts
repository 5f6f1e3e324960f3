// Python's expression grammar over tokens: a tree, by operator precedence. Knows no tensors.
import { PythonFloat } from "../../base/format/python-repr.ts";
import { sourceText, syntaxError, type Token, tokenize } from "./tokens.ts";

/** What stands between the colons of `x[start:stop:step]`; null for what is left out. */
export interface SliceNode {
  readonly kind: "slice";
  readonly parts: readonly (Node | null)[];
}

export type Node =
  | { readonly kind: "literal"; readonly value: number | bigint | boolean | null | "..." | PythonFloat }
  | { readonly kind: "hole"; readonly index: number }
  | { readonly kind: "list"; readonly items: readonly Node[] }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Node }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: "index"; readonly target: Node; readonly items: readonly (Node | SliceNode)[] };

const COMPARISON = 1;
/** Binding powers, as in Python: comparisons bind least. */
const BINARY: Readonly<Record<string, number>> = {
  "<": COMPARISON,
  "<=": COMPARISON,
  ">": COMPARISON,
  ">=": COMPARISON,
  "==": COMPARISON,
  "!=": COMPARISON,
  "|": 2,
  "^": 3,
  "&": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "//": 6,
  "%": 6,
  "@": 6,
};
const UNARY = 7;

const NAMES: Readonly<Record<string, boolean | null>> = {
  None: null,
  null: null,
  newaxis: null,
  "tf.newaxis": null,
  "np.newaxis": null,
  True: true,
  true: true,
  False: false,
  false: false,
};
const HINTS: Readonly<Record<string, string>> = {
  not: "`~` (`not` has no meaning for tensors)",
  and: "`&` (`and` has no meaning for tensors)",
  or: "`|` (`or` has no meaning for tensors)",
};

function numberValue(text: string): number | bigint | PythonFloat {
  const digits = text.replaceAll("_", "");
  if (!/^0[xXbB]/.test(digits) && /[.eE]/.test(digits)) return new PythonFloat(Number(digits));
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits);
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #source: string;
  #next = 0;

  constructor(strings: readonly string[]) {
    this.#tokens = tokenize(strings);
    this.#source = sourceText(strings);
  }

  get #token(): Token {
    return this.#tokens[this.#next]!;
  }

  #take(): Token {
    return this.#tokens[this.#next++]!;
  }

  #takes(symbol: string): boolean {
    const found = this.#token.kind === "symbol" && this.#token.text === symbol;
    if (found) this.#next++;
    return found;
  }

  #fail(expected: string): never {
    const { kind, text, at } = this.#token;
    const hint = kind === "name" ? HINTS[text] : undefined;
    throw syntaxError(this.#source, at, `expected ${hint ?? expected}, received ${text}`);
  }

  #expect(symbol: string): void {
    if (!this.#takes(symbol)) this.#fail(symbol);
  }

  whole(): Node {
    const node = this.#expression(0);
    if (this.#token.kind !== "end") this.#fail("an operator or the end");
    return node;
  }

  /** Operators that bind more than `least`. */
  #expression(least: number): Node {
    let left = this.#unary();
    for (;;) {
      const operator = this.#token.text;
      const power = this.#token.kind === "symbol" ? (BINARY[operator] ?? 0) : 0;
      if (power <= least) return left;
      this.#take();
      const right = this.#expression(power);
      left = { kind: "binary", operator, left, right };
      if (power === COMPARISON && this.#token.kind === "symbol" && BINARY[this.#token.text] === COMPARISON)
        this.#fail("one comparison (join several with & and parentheses)");
    }
  }

  #unary(): Node {
    for (const operator of ["-", "+", "~"])
      if (this.#takes(operator)) return { kind: "unary", operator, operand: this.#expression(UNARY - 1) };
    return this.#power();
  }

  /** `**` binds more than a sign on its left and less than one on its right. */
  #power(): Node {
    const base = this.#postfix();
    if (!this.#takes("**")) return base;
    return { kind: "binary", operator: "**", left: base, right: this.#unary() };
  }

  #postfix(): Node {
    let node = this.#operand();
    while (this.#takes("["))
      node = { kind: "index", target: node, items: this.#list("]", () => this.#item()) };
    return node;
  }

  #list<T>(end: string, item: () => T): T[] {
    const items: T[] = [];
    while (!this.#takes(end)) {
      items.push(item());
      if (this.#takes(end)) break;
      if (!this.#takes(",")) this.#fail(`, or ${end}`);
    }
    return items;
  }

  #item(): Node | SliceNode {
    if (this.#takes("...")) return { kind: "literal", value: "..." };
    const bound = (): Node | null =>
      [":", ",", "]"].includes(this.#token.text) ? null : this.#expression(0);
    const first = bound();
    if (!this.#takes(":")) return first ?? this.#fail("an index");
    const stop = bound();
    const step = this.#takes(":") ? bound() : null;
    return { kind: "slice", parts: [first, stop, step] };
  }

  #operand(): Node {
    const token = this.#token;
    if (token.kind === "number") return { kind: "literal", value: numberValue(this.#take().text) };
    if (token.kind === "hole") return { kind: "hole", index: this.#take().hole };
    if (token.kind === "name" && Object.hasOwn(NAMES, token.text))
      return { kind: "literal", value: NAMES[this.#take().text]! };
    if (this.#takes("[")) return { kind: "list", items: this.#list("]", () => this.#expression(0)) };
    if (!this.#takes("(")) this.#fail("a number, a value, ( or [");
    const inner = this.#expression(0);
    this.#expect(")");
    return inner;
  }
}

const parsed = new WeakMap<readonly string[], Node>();

/** The tree of a template; the same template is read once. */
export function parse(strings: readonly string[]): Node {
  let node = parsed.get(strings);
  if (node === undefined) {
    node = new Parser(strings).whole();
    parsed.set(strings, node);
  }
  return node;
}
