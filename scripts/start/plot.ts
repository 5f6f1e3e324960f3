// Pictures made of characters: a progress bar, curves in braille dots, a region of the plane in half blocks.
import { hasColor, style } from "./style.ts";

/** "████████░░░░  64 %" */
export function progressBar(done: number, total: number, width = 30): string {
  const full = Math.round((done / total) * width);
  return (
    `${"█".repeat(full)}${"░".repeat(width - full)} ` +
    `${String(Math.round((100 * done) / total)).padStart(3)} %`
  );
}

export interface Curve {
  readonly label: string;
  readonly values: readonly number[];
  /** ANSI colour number. */
  readonly color: number;
}

// Dots of a braille cell, by column and row.
const DOTS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
];

/** Curves over a common x axis, one colour each; without colours each gets a plot of its own. */
export function plotCurves(curves: readonly Curve[]): string {
  return hasColor ? plot(curves, 60, 12) : curves.map((curve) => plot([curve], 60, 8)).join("\n\n");
}

/** The y range stands at the left, the labels below. */
function plot(curves: readonly Curve[], width: number, height: number): string {
  const all = curves.flatMap((curve) => curve.values);
  const low = Math.min(...all);
  const high = Math.max(...all, low + 1e-9);
  const cells = Array.from({ length: height }, () =>
    Array.from({ length: width }, () => ({ dots: 0, color: 0 })),
  );
  for (const curve of curves) drawCurve(cells, curve, low, high);
  const rows = cells.map((row, i) => {
    const label = i === 0 ? high.toFixed(2) : i === height - 1 ? low.toFixed(2) : "";
    const dots = row.map(({ dots, color }) =>
      dots === 0 ? " " : style(String.fromCharCode(0x2800 + dots), color),
    );
    return `${label.padStart(6)} │${dots.join("")}`.trimEnd();
  });
  const legend = curves.map((curve) => style(`━ ${curve.label}`, curve.color)).join("   ");
  return [...rows, `${" ".repeat(7)}└${"─".repeat(width)}`, `${" ".repeat(9)}${legend}`].join("\n");
}

type Cells = { dots: number; color: number }[][];

function drawCurve(cells: Cells, curve: Curve, low: number, high: number): void {
  const height = cells.length * 4;
  const width = cells[0]!.length * 2;
  const last = curve.values.length - 1;
  for (let x = 0; x < width; x++) {
    const value = curve.values[Math.round((x / (width - 1)) * last)]!;
    const y = Math.round((1 - (value - low) / (high - low)) * (height - 1));
    const cell = cells[y >> 2]![x >> 1]!;
    cell.dots |= DOTS[x & 1]![y & 3]!;
    cell.color = curve.color;
  }
}

export type Rgb = readonly [number, number, number];

/** An image, two rows to a line: in true colour, or as dark and light where there are no colours. */
export function halfBlocks(pixels: readonly (readonly Rgb[])[]): string {
  if (!hasColor) return inkBlocks(pixels);
  const lines: string[] = [];
  for (let y = 0; y < pixels.length; y += 2) {
    const upper = pixels[y]!;
    const lower = pixels[y + 1] ?? upper;
    lines.push(
      `${upper.map((top, x) => `\x1b[38;2;${top.join(";")};48;2;${lower[x]!.join(";")}m▀`).join("")}\x1b[0m`,
    );
  }
  return lines.join("\n");
}

// Warm colours (more red than blue) are ink.
const isInk = ([red, , blue]: Rgb): boolean => red > blue;

function inkBlocks(pixels: readonly (readonly Rgb[])[]): string {
  const lines: string[] = [];
  for (let y = 0; y < pixels.length; y += 2) {
    const lower = pixels[y + 1] ?? pixels[y]!;
    const cell = (top: Rgb, x: number): string => " ▄▀█"[2 * Number(isInk(top)) + Number(isInk(lower[x]!))]!;
    lines.push(pixels[y]!.map(cell).join("").trimEnd());
  }
  return lines.join("\n");
}
