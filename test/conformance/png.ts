// Reads the pixels of PNG files that are not interlaced: all that is needed to compare two of them.
import { inflateSync } from "node:zlib";
import { ValueError } from "../../src/base/errors.ts";

export interface PngPixels {
  /** Size, bit depth and colour type. */
  readonly header: string;
  /** Rows of samples, unfiltered, without the filter bytes. */
  readonly pixels: Uint8Array;
}

const samplesOfColour: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The predictor of filter 4: whichever of the three is nearest to left + above - upper left. */
function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(estimate - value));
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  return filter === 4 ? paeth(left, above, corner) : 0;
}

function unfilter(lines: Uint8Array, height: number, rowBytes: number, pixelBytes: number): Uint8Array {
  const pixels = new Uint8Array(height * rowBytes);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (rowBytes + 1)];
    for (let x = 0; x < rowBytes; x++) {
      const at = y * rowBytes + x;
      const left = x >= pixelBytes ? pixels[at - pixelBytes] : 0;
      const above = y > 0 ? pixels[at - rowBytes] : 0;
      const corner = x >= pixelBytes && y > 0 ? pixels[at - rowBytes - pixelBytes] : 0;
      pixels[at] = lines[y * (rowBytes + 1) + 1 + x] + predicted(filter, left, above, corner);
    }
  }
  return pixels;
}

export function decodePng(bytes: Uint8Array): PngPixels {
  const file = Buffer.from(bytes);
  if (file.toString("latin1", 1, 4) !== "PNG")
    throw new ValueError(`Comparing images: expected a PNG file, received ${file.length} other bytes`);
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12)
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const [width, height, depth, colour] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24], file[25]];
  const bits = depth * samplesOfColour[colour];
  const lines = inflateSync(Buffer.concat(data));
  const pixels = unfilter(lines, height, Math.ceil((width * bits) / 8), Math.ceil(bits / 8));
  return { header: `${width}x${height}, depth ${depth}, colour type ${colour}`, pixels };
}
