// Names of nodes and name scopes: TensorFlow's rules of what is valid and what is taken.
import { ValueError } from "../base/errors.ts";

const VALID_NODE_NAME = /^[A-Za-z0-9.][A-Za-z0-9_.\\/>-]*$/;
const VALID_SCOPE_NAME = /^[A-Za-z0-9_.\\/>-]*$/;

export const isValidNodeName = (name: string): boolean => VALID_NODE_NAME.test(name);

export function checkNodeName(name: string): void {
  if (isValidNodeName(name)) return;
  throw new ValueError(
    `\`${name}\` is not a valid node name. Accepted names conform to Regex ` +
      "/re.compile('^[A-Za-z0-9.][A-Za-z0-9_.\\\\\\\\/>-]*$')/",
  );
}

/** Scopes inside scopes may begin with characters that no node name begins with. */
function checkScopeName(name: string, isRoot: boolean): void {
  if ((isRoot ? VALID_NODE_NAME : VALID_SCOPE_NAME).test(name)) return;
  throw new ValueError(
    isRoot
      ? `'${name}' is not a valid root scope name. A root scope name has to match the following pattern: ` +
          "^[A-Za-z0-9.][A-Za-z0-9_.\\\\/>-]*$"
      : `'${name}' is not a valid scope name. A scope name has to match the following pattern: ` +
          "^[A-Za-z0-9_.\\\\/>-]*$",
  );
}

export class NameScopes {
  /** The scope that names are made in, without its final slash; "" at the root. */
  current = "";
  /** How often a name was asked for, by name in lower case: "Add" and "add" are one name. */
  readonly #used = new Map<string, number>();

  unique(name: string, markAsUsed = true): string {
    const full = this.current === "" ? name : `${this.current}/${name}`;
    const key = full.toLowerCase();
    let count = this.#used.get(key) ?? 0;
    if (markAsUsed) this.#used.set(key, count + 1);
    if (count === 0) return full;
    let candidate = key;
    while (this.#used.has(candidate)) candidate = `${key}_${count++}`;
    if (markAsUsed) this.#used.set(candidate, 1);
    return `${full}_${count - 1}`;
  }

  /** Notes a name that came from elsewhere, such as an imported graph. */
  markUsed(name: string): void {
    const key = name.toLowerCase();
    if (!this.#used.has(key)) this.#used.set(key, 1);
  }

  isUsed(name: string): boolean {
    return this.#used.has(name.toLowerCase());
  }

  /**
   * Makes a scope the current one and returns its name with the final slash; the caller puts `current` back.
   * "a/" re-enters the scope "a" as it is; null or "" goes to the root.
   */
  open(name: string | null): string {
    if (name === null || name === "") {
      this.current = "";
      return "";
    }
    checkScopeName(name, this.current === "");
    this.current = name.endsWith("/") ? name.slice(0, -1) : this.unique(name);
    return name.endsWith("/") ? name : `${this.current}/`;
  }
}
