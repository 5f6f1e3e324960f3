// Pictures made of characters: a progress bar, curves in braille dots, a region of the plane in half blocks.

/** "████████░░░░  64 %" */
export function progressBar(done: number, total: number, width = 30): string {
  const full = Math.round((done / total) * width);
  return `${"█".repeat(full)}${"░".repeat(width - full)} ${String(Math.round((100 * done) / total)).padStart(3)} %`;
}

export interface Curve {
  readonly label: string;
  readonly values: readonly number[];
  /** ANSI colour number. */
  readonly color: number;
}

const paint = (text: string, color: number): string => `\x1b[${color}m${text}\x1b[0m`;

// Dots of a braille cell, by column and row.
const DOTS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
];

/** Curves over a common x axis, one colour each, with the y range at the left and labels below. */
export function plotCurves(curves: readonly Curve[], width = 60, height = 12): string {
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
      dots === 0 ? " " : paint(String.fromCharCode(0x2800 + dots), color),
    );
    return `${label.padStart(6)} │${dots.join("")}`;
  });
  const legend = curves.map((curve) => paint(`━ ${curve.label}`, curve.color)).join("   ");
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

/** An image in true colour, two rows to a line. */
export function halfBlocks(pixels: readonly (readonly Rgb[])[]): string {
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
