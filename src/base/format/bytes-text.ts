// Duty: byte strings as Python's `repr(bytes)` and C's escapes write them. Knows no tensors.

const hex = (byte: number): string => `\\x${byte.toString(16).padStart(2, "0")}`;

const escapes = new Map([
  [0x09, "\\t"],
  [0x0a, "\\n"],
  [0x0d, "\\r"],
  [0x5c, "\\\\"],
]);

/** Python's `repr(bytes)`: b'…', or b"…" if there is a single quote and no double quote. */
export function pythonBytes(bytes: Uint8Array): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  let text = "";
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === quote) text += `\\${quote}`;
    else text += escapes.get(byte) ?? (byte < 0x20 || byte >= 0x7f ? hex(byte) : character);
  }
  return `b${quote}${text}${quote}`;
}

/**
 * Bytes with C's escapes as absl's Utf8SafeCEscape writes them: quotes and control characters escaped (octal
 * where there is no letter), bytes from 0x80 on kept. The result has one character per byte.
 */
export function cEscape(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === '"' || character === "'") text += `\\${character}`;
    else if (escapes.has(byte)) text += escapes.get(byte);
    else if (byte < 0x20 || byte === 0x7f) text += `\\${byte.toString(8).padStart(3, "0")}`;
    else text += character;
  }
  return text;
}
