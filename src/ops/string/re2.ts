// RE2's syntax as a JavaScript pattern. What RE2 refuses (look-around, back references) is refused.
import { invalidArgument } from "../../base/errors.ts";

const CLASSES: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7F",
  blank: "\\t ",
  cntrl: "\\x00-\\x1F\\x7F",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};
const CATEGORIES = /^(?:C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;
const SYNTAX = /[\^$\\.*+?()[\]{}|/]/;

/** Translates from left to right. */
class Translator {
  readonly #source: string;
  #at = 0;
  #result = "";
  flags = "u";

  constructor(source: string) {
    this.#source = source;
  }

  run(): string {
    this.#leadingFlags();
    while (this.#at < this.#source.length) this.#item();
    return this.#result;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.#source.slice(this.#at));
    if (match !== null) this.#at += match[0].length;
    return match;
  }

  #leadingFlags(): void {
    const [, flags = ""] = this.#take(/^\(\?([ims]+)\)/) ?? [];
    for (const flag of new Set(flags)) this.flags += flag;
  }

  #item(): void {
    const refused = /^\((\?<?[=!])/.exec(this.#source.slice(this.#at));
    if (refused !== null) throw this.#invalid(`invalid perl operator: (${refused[1].slice(0, 2)}`);
    if (this.#take(/^\(\?P</) !== null) this.#result += "(?<";
    else if (this.#source[this.#at] === "[") this.#class();
    else if (this.#source[this.#at] === "\\") this.#escape(false);
    else this.#literal();
  }

  #literal(): void {
    const character = this.#take(/^./su)![0];
    const isBrace = character === "}" || (character === "{" && !this.#isRepeat());
    this.#result += isBrace || character === "]" ? `\\${character}` : character;
    if (character === "{" && !isBrace) this.#result += this.#take(/^[\d,]+\}/)![0];
  }

  #isRepeat(): boolean {
    return /^\d+(,\d*)?\}/.test(this.#source.slice(this.#at));
  }

  #class(): void {
    this.#result += this.#take(/^\[\^?/)![0];
    if (this.#take(/^\]/) !== null) this.#result += "\\]";
    while (this.#source[this.#at] !== "]") {
      if (this.#at >= this.#source.length) throw this.#invalid("missing ]");
      const named = this.#take(/^\[:(\w+):\]/);
      if (named !== null) this.#result += this.#namedClass(named[1]);
      else if (this.#source[this.#at] === "\\") this.#escape(true);
      else this.#classLiteral();
    }
    this.#at++;
    this.#result += "]";
  }

  #classLiteral(): void {
    const character = this.#take(/^./su)![0];
    this.#result += /[[()|/{}]/.test(character) ? `\\${character}` : character;
  }

  #namedClass(name: string): string {
    const known = CLASSES[name];
    if (known === undefined) throw this.#invalid(`invalid character class range: [:${name}:]`);
    return known;
  }

  #escape(inClass: boolean): void {
    const quoted = this.#take(/^\\Q(.*?)(?:\\E|$)/s);
    if (quoted !== null) this.#result += quoted[1].replace(/[\^$\\.*+?()[\]{}|/]/g, "\\$&");
    else if (!this.#property() && !this.#codePoint()) this.#simpleEscape(inClass);
  }

  /** \pL, \p{Greek}, and their opposites. */
  #property(): boolean {
    const match = this.#take(/^\\([pP])(?:\{(\^?)(\w+)\}|(\w))/);
    if (match === null) return false;
    const [, letter, caret = "", long, short] = match;
    const name = long ?? short;
    const isNegative = (letter === "P") !== (caret === "^");
    this.#result += `\\${isNegative ? "P" : "p"}{${CATEGORIES.test(name) ? name : `Script=${name}`}}`;
    return true;
  }

  #codePoint(): boolean {
    const match = this.#take(/^\\x(?:\{([\da-fA-F]+)\}|([\da-fA-F]{2}))/) ?? this.#take(/^\\(0[0-7]{0,2})/);
    if (match === null) return false;
    const code = match[0].startsWith("\\x")
      ? Number.parseInt(match[1] ?? match[2], 16)
      : Number.parseInt(match[1], 8);
    this.#result += `\\u{${code.toString(16)}}`;
    return true;
  }

  #simpleEscape(inClass: boolean): void {
    const [whole, character = ""] = this.#take(/^\\(.?)/su)!;
    if (character === "") throw this.#invalid("trailing \\");
    if (character === "A") this.#result += "(?<![^])";
    else if (character === "z") this.#result += "(?![^])";
    else if (character === "a") this.#result += "\\x07";
    else if (character === "s") this.#result += inClass ? "\\t\\n\\f\\r " : "[\\t\\n\\f\\r ]";
    else if (character === "S" && !inClass) this.#result += "[^\\t\\n\\f\\r ]";
    else if ("dDwWbBnrtfv".includes(character)) this.#result += whole;
    else if (/[A-Za-z1-9]/.test(character)) throw this.#invalid(`invalid escape sequence: ${whole}`);
    else this.#result += SYNTAX.test(character) || (inClass && character === "-") ? whole : character;
  }

  #invalid(reason: string): Error {
    const rest = reason.startsWith("missing") ? `: ${this.#source}` : "";
    return invalidArgument(`Invalid pattern: ${this.#source}, error: ${reason}${rest}`);
  }
}

/** The pattern as a JavaScript one that finds all matches; `whole` makes it match all of the text. */
export function compileRe2(pattern: string, whole: boolean): RegExp {
  const translator = new Translator(pattern);
  const source = translator.run();
  try {
    return new RegExp(
      whole ? `^(?:${source})$` : source,
      `${translator.flags.replace("m", whole ? "" : "m")}g`,
    );
  } catch (error) {
    const reason = /Unterminated group/.test(String(error)) ? "missing )" : "invalid syntax";
    throw invalidArgument(`Invalid pattern: ${pattern}, error: ${reason}: ${pattern}`, { cause: error });
  }
}

type Groups = readonly (string | undefined)[];

/** The rewrite with \0 to \9 replaced; null if it names a group that is not there. */
function rewritten(rewrite: string, groups: Groups): string | null {
  let isValid = true;
  const text = rewrite.replace(/\\(.?)/gs, (_, character: string) => {
    if (character === "\\") return "\\";
    if (!/^\d$/.test(character) || Number(character) >= groups.length) isValid = false;
    return groups[Number(character)] ?? "";
  });
  return isValid ? text : null;
}

/** RE2's GlobalReplace (or Replace): an empty match does not follow right after another one. */
export function replaceRe2(text: string, pattern: RegExp, rewrite: string, isGlobal: boolean): string {
  let result = "";
  let from = 0;
  let lastEnd = -1;
  for (const match of text.matchAll(pattern)) {
    if (match[0] === "" && match.index === lastEnd) continue;
    const put = rewritten(rewrite, match);
    if (put === null) break;
    result += text.slice(from, match.index) + put;
    from = lastEnd = match.index + match[0].length;
    if (!isGlobal) break;
  }
  return result + text.slice(from);
}
