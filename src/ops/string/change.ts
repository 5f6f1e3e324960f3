// Strings changed one by one: case, white space, base64.
import { invalidArgument } from "../../base/errors.ts";
import { bool, missing, none, op, string } from "../../graph/op.ts";
import { sameAsInput } from "../support/shapes.ts";
import { decode, eachString, encode, fromBinary, toBinary } from "./elements.ts";

const single = { inputs: ["input: string"], outputs: ["output: string"], shape: sameAsInput } as const;

/** Without an encoding only ASCII letters have a case. */
const cased = (ascii: RegExp, change: (text: string) => string) =>
  eachString((bytes, { encoding }) => {
    if (encoding === "utf-8") return encode(change(decode(bytes)));
    if (encoding !== "") throw invalidArgument(`encoding must be UTF-8 or empty, received ${encoding}`);
    return fromBinary(toBinary(bytes).replace(ascii, change));
  });

export const StringUpper = op("StringUpper", {
  ...single,
  attrs: { encoding: string("") },
  lower: cased(/[a-z]+/g, (text) => text.toUpperCase()),
  grad: missing("TensorFlow registers no gradient for StringUpper"),
});

export const StringLower = op("StringLower", {
  ...single,
  attrs: { encoding: string("") },
  lower: cased(/[A-Z]+/g, (text) => text.toLowerCase()),
  grad: missing("TensorFlow registers no gradient for StringLower"),
});

export const StringStrip = op("StringStrip", {
  ...single,
  attrs: {},
  lower: eachString((bytes) => fromBinary(toBinary(bytes).replace(/^[\t-\r ]+|[\t-\r ]+$/g, ""))),
  grad: missing("TensorFlow registers no gradient for StringStrip"),
});

/** Base64 of RFC 4648 section 5: "-" and "_", padding only if asked for. */
export const EncodeBase64 = op("EncodeBase64", {
  ...single,
  attrs: { pad: bool(false) },
  lower: eachString((bytes, { pad }) => {
    const text = btoa(toBinary(bytes)).replaceAll("+", "-").replaceAll("/", "_");
    return encode(pad === true ? text : text.replace(/=+$/, ""));
  }),
  grad: none("text has no gradient"),
});

export const DecodeBase64 = op("DecodeBase64", {
  ...single,
  attrs: {},
  lower: eachString((bytes) => {
    const text = toBinary(bytes).replace(/=+$/, "");
    if (!/^[\w-]*$/.test(text)) throw invalidArgument("Invalid character found in base64.");
    if (text.length % 4 === 1) throw invalidArgument("Base64 string length cannot be 1 modulo 4.");
    return fromBinary(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
  }),
  grad: none("text has no gradient"),
});
