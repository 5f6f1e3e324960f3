// Unicode's encodings: bytes to code points with what does not decode marked, and back.
import { invalidArgument } from "../../base/errors.ts";

/** A decoded character and the byte it begins at; null could not be decoded. */
export interface Character {
  readonly code: number | null;
  readonly at: number;
}

type Decoder = (bytes: Uint8Array) => Character[];

/** How many bytes follow a lead byte, and what its second byte must lie between (Unicode 15, table 3-7). */
function leadByte(byte: number): { extra: number; low: number; high: number; bits: number } | null {
  if (byte >= 0xc2 && byte <= 0xdf) return { extra: 1, low: 0x80, high: 0xbf, bits: byte & 0x1f };
  if (byte >= 0xe0 && byte <= 0xef)
    return {
      extra: 2,
      low: byte === 0xe0 ? 0xa0 : 0x80,
      high: byte === 0xed ? 0x9f : 0xbf,
      bits: byte & 0xf,
    };
  if (byte >= 0xf0 && byte <= 0xf4)
    return { extra: 3, low: byte === 0xf0 ? 0x90 : 0x80, high: byte === 0xf4 ? 0x8f : 0xbf, bits: byte & 7 };
  return null;
}

/** Each maximal part of a sequence that is not well-formed counts as one character. */
function decodeUtf8(bytes: Uint8Array): Character[] {
  const characters: Character[] = [];
  let at = 0;
  while (at < bytes.length) {
    const start = at;
    const byte = bytes[at++];
    const lead = byte < 0x80 ? null : leadByte(byte);
    let code: number | null = byte < 0x80 ? byte : (lead?.bits ?? null);
    for (let i = 0; code !== null && lead !== null && i < lead.extra; i++) {
      const [low, high] = i === 0 ? [lead.low, lead.high] : [0x80, 0xbf];
      const isValid = at < bytes.length && bytes[at] >= low && bytes[at] <= high;
      code = isValid ? (code << 6) | (bytes[at++] & 0x3f) : null;
    }
    characters.push({ code, at: start });
  }
  return characters;
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

const decodeUtf16 =
  (littleEndian: boolean): Decoder =>
  (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const unit = (at: number): number => (at + 1 < bytes.length ? view.getUint16(at, littleEndian) : -1);
    const characters: Character[] = [];
    for (let at = 0; at < bytes.length; at += 2) {
      const first = unit(at);
      const second = unit(at + 2);
      const isPair = first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second <= 0xdfff;
      if (isPair) characters.push({ code: 0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff), at });
      else characters.push({ code: first < 0 || isSurrogate(first) ? null : first, at });
      if (isPair) at += 2;
    }
    return characters;
  };

export const isCodePoint = (code: number): boolean => code >= 0 && code <= 0x10ffff && !isSurrogate(code);

const decodeUtf32 =
  (littleEndian: boolean): Decoder =>
  (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Array.from({ length: Math.ceil(bytes.length / 4) }, (_, i) => {
      const code = 4 * i + 4 <= bytes.length ? view.getUint32(4 * i, littleEndian) : -1;
      return { code: isCodePoint(code) ? code : null, at: 4 * i };
    });
  };

const singleBytes =
  (limit: number): Decoder =>
  (bytes) =>
    Array.from(bytes, (byte, at) => ({ code: byte < limit ? byte : null, at }));

const DECODERS: Readonly<Record<string, Decoder>> = {
  utf8: decodeUtf8,
  utf16: decodeUtf16(false),
  utf16be: decodeUtf16(false),
  utf16le: decodeUtf16(true),
  utf32: decodeUtf32(false),
  utf32be: decodeUtf32(false),
  utf32le: decodeUtf32(true),
  iso88591: singleBytes(0x100),
  latin1: singleBytes(0x100),
  usascii: singleBytes(0x80),
  ascii: singleBytes(0x80),
};

/** The decoder of an encoding; its name may be written with or without hyphens. */
export function decoderOf(encoding: string): Decoder {
  const decoder = DECODERS[encoding.toLowerCase().replace(/[-_]/g, "")];
  if (decoder === undefined)
    throw invalidArgument(`Could not create converter for input encoding: ${encoding}`);
  return decoder;
}

/** Code points as bytes of "UTF-8", "UTF-16-BE" or "UTF-32-BE". */
export function encodeCodes(codes: readonly number[], encoding: string): Uint8Array {
  if (encoding === "UTF-32-BE") {
    const view = new DataView(new ArrayBuffer(4 * codes.length));
    for (const [i, code] of codes.entries()) view.setUint32(4 * i, code);
    return new Uint8Array(view.buffer);
  }
  const text = codes.map((code) => String.fromCodePoint(code)).join("");
  if (encoding === "UTF-8") return new TextEncoder().encode(text);
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i));
  return new Uint8Array(view.buffer);
}
