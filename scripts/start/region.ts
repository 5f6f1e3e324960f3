// The decision region of a classifier on the square [-1, 1] x [-1, 1], as pixels, SVG and PNG.
import { deflateSync } from "node:zlib";
import type { Rgb } from "./plot.ts";

export interface Region {
  /** Probability of class 1 on a grid, top row first. */
  readonly grid: readonly (readonly number[])[];
  readonly points: readonly { readonly x: number; readonly y: number; readonly label: number }[];
}

const CLASS_0: Rgb = [69, 117, 180];
const CLASS_1: Rgb = [215, 110, 60];
const PAPER: Rgb = [247, 247, 247];

const mix = (a: Rgb, b: Rgb, t: number): Rgb =>
  [0, 1, 2].map((i) => Math.round(a[i]! + (b[i]! - a[i]!) * t)) as unknown as Rgb;

/** Pale where the classifier is unsure. */
function shade(probability: number): Rgb {
  const side = probability < 0.5 ? CLASS_0 : CLASS_1;
  return mix(PAPER, side, 0.2 + 1.1 * Math.abs(probability - 0.5));
}

/** The centres of a grid's cells, row by row from the top: what the classifier is asked. */
export function gridPoints(size: number): [number, number][] {
  const at = (i: number): number => -1 + (2 * (i + 0.5)) / size;
  return Array.from({ length: size * size }, (_, i) => [at(i % size), -at(Math.floor(i / size))]);
}

/** The region as pixels, with the points on top. */
export function regionPixels({ grid, points }: Region, scale = 1): Rgb[][] {
  const size = grid.length * scale;
  const pixels = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => shade(grid[Math.floor(y / scale)]![Math.floor(x / scale)]!)),
  );
  const radius = Math.max(0, scale - 1);
  for (const { x, y, label } of points) {
    const cx = Math.min(size - 1, Math.floor(((x + 1) / 2) * size));
    const cy = Math.min(size - 1, Math.floor(((1 - y) / 2) * size));
    dot(pixels, cx, cy, radius, mix(label === 0 ? CLASS_0 : CLASS_1, [0, 0, 0], 0.45));
  }
  return pixels;
}

function dot(pixels: Rgb[][], cx: number, cy: number, radius: number, color: Rgb): void {
  for (let y = -radius; y <= radius; y++)
    for (let x = -radius; x <= radius; x++)
      if (x * x + y * y <= radius * radius + 1 && pixels[cy + y]?.[cx + x] !== undefined)
        pixels[cy + y]![cx + x] = color;
}

const css = (color: Rgb): string => `rgb(${color.join(",")})`;

export function regionSvg({ grid, points }: Region, size = 480): string {
  const cell = size / grid.length;
  const squares = grid.flatMap((row, y) =>
    row.map(
      (p, x) =>
        `<rect x="${x * cell}" y="${y * cell}" width="${cell + 0.5}" ` +
        `height="${cell + 0.5}" fill="${css(shade(p))}"/>`,
    ),
  );
  const dots = points.map(({ x, y, label }) => {
    const fill = css(mix(label === 0 ? CLASS_0 : CLASS_1, [0, 0, 0], 0.3));
    return (
      `<circle cx="${((x + 1) / 2) * size}" cy="${((1 - y) / 2) * size}" ` +
      `r="4.5" fill="${fill}" stroke="white"/>`
    );
  });
  const open =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" ` +
    `width="${size}" height="${size}">`;
  return [open, ...squares, ...dots, "</svg>", ""].join("\n");
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function chunk(type: string, body: Uint8Array): Buffer {
  const head = Buffer.concat([Buffer.from(type, "latin1"), body]);
  let crc = 0xffffffff;
  for (const byte of head) crc = CRC[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(~crc >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), head, frame.subarray(4)]);
}

/** Pixels as a PNG file (8-bit RGB; PNG specification, third edition). */
export function png(pixels: readonly (readonly Rgb[])[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels[0]!.length, 0);
  header.writeUInt32BE(pixels.length, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.concat(pixels.map((row) => Buffer.from([0, ...row.flat()])));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", new Uint8Array()),
  ]);
}
