// The distributions that fill a tensor element by element, from a Philox or a ThreeFry stream.
import { dtypeInfo } from "../../base/dtypes.ts";
import { UnimplementedError } from "../../base/errors.ts";
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { type Draw, drawFullInt, drawInt, drawNormal, drawUniform, fillFromBlocks } from "./distributions.ts";
import type { Stream } from "./philox-ir.ts";
import { threefryInt, threefryNormal, type ThreefryStream, threefryUniform } from "./threefry-ir.ts";
import { fillTruncated } from "./truncated.ts";

type Fill<S> = (
  k: KernelBuilder,
  m: ScalarMath,
  stream: S,
  output: Buffer,
  limits: readonly Buffer[],
) => void;

/** How a distribution reads each kind of stream; `limits` are minval and maxval of integers. */
export interface Distribution {
  readonly philox: Fill<Stream>;
  readonly threefry: Fill<ThreefryStream>;
}

const fromDraw =
  (draw: (dtype: Buffer["dtype"]) => Draw): Fill<Stream> =>
  (k, m, stream, output) =>
    fillFromBlocks(k, m, stream, output, draw(output.dtype));

export const uniform: Distribution = { philox: fromDraw(drawUniform), threefry: threefryUniform };
export const normal: Distribution = { philox: fromDraw(drawNormal), threefry: threefryNormal };

export const truncatedNormal: Distribution = {
  philox: fillTruncated,
  threefry: () => {
    throw new UnimplementedError("Truncated normals: expected the Philox algorithm, received ThreeFry");
  },
};

export const fullInt: Distribution = {
  philox: fromDraw(drawFullInt),
  threefry: (k, m, stream, output) => threefryInt(k, m, stream, output, (bits) => m.cast(bits, output.dtype)),
};

interface Limits {
  readonly low: Scalar;
  /** Unsigned: the difference of the limits. */
  readonly range: Scalar;
}

/** Reads and checks the limits; an empty output needs none. */
function readLimits(
  k: KernelBuilder,
  m: ScalarMath,
  output: Buffer,
  [minval, maxval]: readonly Buffer[],
): Limits {
  const low = k.hold(k.load(minval, 0));
  const high = k.hold(k.load(maxval, 0));
  if (output.count > 0)
    k.check(m.lt(low, high), "INVALID_ARGUMENT", "Need minval < maxval, got %0 >= %1", [low, high]);
  const unsigned = dtypeInfo(output.dtype).size === 8 ? "uint64" : "uint32";
  return { low, range: k.hold(m.cast(m.sub(high, low), unsigned)) };
}

export const boundedInt: Distribution = {
  philox: (k, m, stream, output, limits) => {
    const { low, range } = readLimits(k, m, output, limits);
    fillFromBlocks(k, m, stream, output, drawInt(low, range));
  },
  threefry: (k, m, stream, output, limits) => {
    const { low, range } = readLimits(k, m, output, limits);
    threefryInt(k, m, stream, output, (bits) => m.add(m.cast(m.rem(bits, range), low.dtype), low));
  },
};
