// tf.bitwise: integers bit by bit.
export { bitwiseAnd, bitwiseOr, bitwiseXor, invert, leftShift, rightShift } from "../math/bitwise.ts";
