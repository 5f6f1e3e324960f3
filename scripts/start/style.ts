// ANSI styles for terminals: where output goes to a file or a pipe, or NO_COLOR is set, text stays plain.

const { NO_COLOR, FORCE_COLOR } = process.env;

/** True if escape codes do something good. */
export const hasColor: boolean =
  FORCE_COLOR !== undefined && FORCE_COLOR !== "0"
    ? true
    : process.stdout.isTTY === true && (NO_COLOR ?? "") === "";

/** `code` is an SGR parameter: "1" bold, "2" dim, "4" underlined, "31" to "36" colours. */
export const style = (text: string, code: string | number): string =>
  hasColor && text !== "" ? `\x1b[${code}m${text}\x1b[0m` : text;
