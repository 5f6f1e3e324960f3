// How the tour lays text out: headings, coloured source, two columns.
import { hasColor, style } from "./style.ts";

export function heading(title: string, text: string): string {
  return `\n${style(title, "1")}\n${style("─".repeat(title.length), "2")}\n${wrapped(text)}\n`;
}

/** Text in lines that fit the terminal. */
function wrapped(text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines[lines.length - 1]!;
    if (line === "") lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= columns()) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

const columns = (): number => process.stdout.columns ?? 120;

const KEYWORDS = [
  ...["import", "export", "from", "const", "let", "return", "function", "new", "using", "class"],
  ...["for", "if", "else", "readonly", "type", "interface", "get", "this"],
].join("|");
const TOKEN = new RegExp(
  [
    "(\\/\\/.*|\\/\\*[\\s\\S]*?\\*\\/)", // comments
    '("(?:[^"\\\\]|\\\\.)*"|`(?:[^`\\\\]|\\\\.)*`)', // strings
    `\\b(${KEYWORDS})\\b`,
    "\\b(\\d+(?:\\.\\d+)?)\\b", // numbers
  ].join("|"),
  "g",
);

/** TypeScript with ANSI colours: comments, strings, keywords, numbers. */
export function highlight(source: string): string {
  if (!hasColor) return source.trimEnd();
  return source.trimEnd().replace(TOKEN, (all, comment, text, keyword) => {
    if (comment !== undefined) return style(all, "2");
    if (text !== undefined) return style(all, "32");
    return style(all, keyword !== undefined ? "35" : "36");
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that begins a colour
const COLOUR = /\x1b\[[\d;]*m/g;
const width = (line: string): number => line.replace(COLOUR, "").length;

/** Two texts side by side where the terminal is wide enough, else one below the other. */
export function beside(leftTitle: string, left: string, rightTitle: string, right: string): string {
  const leftLines = [style(leftTitle, "4"), ...left.split("\n")];
  const rightLines = [style(rightTitle, "4"), ...right.trimEnd().split("\n")];
  const leftWidth = Math.max(...leftLines.map(width));
  const rightWidth = Math.max(...rightLines.map(width));
  if (leftWidth + rightWidth + 5 > columns()) return [...leftLines, "", ...rightLines].join("\n");
  const rows = Math.max(leftLines.length, rightLines.length);
  return Array.from({ length: rows }, (_, i) => {
    const line = leftLines[i] ?? "";
    return (
      `${line}${" ".repeat(leftWidth - width(line))}  ` +
      `${style("│", "2")}  ${rightLines[i] ?? ""}`.trimEnd()
    );
  }).join("\n");
}
