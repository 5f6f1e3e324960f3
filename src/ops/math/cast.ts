// Cast: every numeric dtype to every other.
import { type DTypeName, dtypeInfo, isComplex, isDifferentiable, isObjectType } from "../../base/dtypes.ts";
import { UnimplementedError } from "../../base/errors.ts";
import { isSmallFloat } from "../../base/small-float.ts";
import { alias, type LowerNode, type Lowering, pointwise, type ScalarMath } from "../../graph/lowering.ts";
import { bool, op, type } from "../../graph/op.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { sameAsInput } from "../support/shapes.ts";
import { decoded, encoded } from "./small-floats.ts";

const MANTISSA_BITS: Partial<Record<DTypeName, number>> = {
  float64: 52,
  float32: 23,
  float16: 10,
  bfloat16: 7,
};

/**
 * Clears the bits that the narrower type has no room for, so that nothing is left to round. TensorFlow rounds
 * float64 to bfloat16 nevertheless.
 */
function truncated(m: ScalarMath, x: Scalar, to: DTypeName): Scalar {
  if (x.dtype === "float64" && to === "bfloat16") return x;
  const own = MANTISSA_BITS[x.dtype];
  const kept = MANTISSA_BITS[to];
  if (own === undefined || kept === undefined || own <= kept || own < 23) return x;
  const integer = own === 52 ? "int64" : "int32";
  const mask = own === 52 ? -(1n << BigInt(own - kept)) : -(2 ** (own - kept));
  return m.select(m.isNan(x), x, m.bitcast(m.and(m.bitcast(x, integer), mask), x.dtype));
}

/** Real numbers to bool: whatever is not zero. Complex ones: whatever part is not zero. */
function converted(m: ScalarMath, x: Scalar, to: DTypeName): Scalar {
  const value = decoded(m, x);
  if (isSmallFloat(to)) return encoded(m, isComplex(value.dtype) ? m.realPart(value) : value, to);
  return m.cast(value, to);
}

interface CastAttrs {
  readonly SrcT: DTypeName;
  readonly DstT: DTypeName;
  readonly Truncate: boolean;
}

function lowerCast({ attrs: { SrcT, DstT, Truncate } }: LowerNode<CastAttrs>): Lowering<CastAttrs> {
  if (SrcT === DstT) return alias();
  if (isObjectType(SrcT) || isObjectType(DstT))
    throw new UnimplementedError(
      `Cast ${dtypeInfo(SrcT).cName} to ${dtypeInfo(DstT).cName} is not supported`,
    );
  return pointwise((m, [x]) => converted(m, Truncate ? truncated(m, x, DstT) : x, DstT));
}

export const Cast = op("Cast", {
  inputs: ["x: SrcT"],
  outputs: ["y: DstT"],
  attrs: { SrcT: type(), DstT: type(), Truncate: bool(false) },
  shape: sameAsInput,
  lower: lowerCast,
  // the dtype changes back; nothing flows through ints
  grad: (t, [dy], [x]) => {
    const flows = isDifferentiable(x.dtype) && isDifferentiable(dy!.dtype);
    if (!flows || isSmallFloat(x.dtype)) return [null];
    return [x.dtype === dy!.dtype ? dy : t.Cast(dy!, { DstT: x.dtype })];
  },
});
