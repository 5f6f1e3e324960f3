// The three samplers of normals between bounds, in kernel IR. The law is in base/random/truncated.ts.
import type { DTypeName } from "../../base/dtypes.ts";
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Cell, KernelBuilder } from "../../ir/builder.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { drawUniform, normals } from "./distributions.ts";
import { blockAt, type Stream, type Words } from "./philox-ir.ts";

/** Takes or refuses a candidate. */
type Offer = (isAccepted: Scalar, x: Scalar) => void;

/** Rounds every step to the dtype; 16-bit floats through memory, which only serial code may share. */
export type Rounding = (x: Scalar) => Scalar;

export function roundingTo(k: KernelBuilder, dtype: DTypeName): Rounding {
  if (dtype === "float32" || dtype === "float64") return (x) => k.hold(x);
  const memory = k.temporary(dtype, 1);
  return (x) => {
    k.store(memory, 0, x);
    return k.hold(k.load(memory, 0));
  };
}

export interface Sampler {
  readonly k: KernelBuilder;
  readonly m: ScalarMath;
  readonly dtype: DTypeName;
  readonly stream: Stream;
  /** Blocks taken so far, of all batches. */
  readonly drawn: Cell;
  readonly round: Rounding;
}

export interface Bounds {
  readonly low: Scalar;
  readonly high: Scalar;
}

function nextBlock({ k, m, stream, drawn }: Sampler): Words {
  const words = blockAt(k, m, stream, drawn.get());
  drawn.set(m.add(drawn.get(), 1));
  return words;
}

const nextUniforms = (sampler: Sampler): Scalar[] =>
  drawUniform(sampler.dtype)(sampler.k, sampler.m, nextBlock(sampler)).map((x) => sampler.k.hold(x));

/** Normals that fall between the bounds. */
export function offerNormals(sampler: Sampler, { low, high }: Bounds, offer: Offer): void {
  const { k, m, dtype, round } = sampler;
  for (const candidate of normals(k, m, dtype, nextBlock(sampler))) {
    const x = round(m.cast(candidate, dtype));
    offer(m.and(m.ge(x, low), m.le(x, high)), x);
  }
}

/** Uniforms between the bounds, accepted by their density. */
export function offerUniforms(sampler: Sampler, { low }: Bounds, difference: Scalar, offer: Offer): void {
  const { k, m, round } = sampler;
  const plus = k.hold(m.select(m.lt(low, 0), 0, round(m.mul(low, low))));
  const candidates = nextUniforms(sampler).map((u) => round(m.add(round(m.mul(u, difference)), low)));
  const limits = nextUniforms(sampler);
  candidates.forEach((z, i) => {
    const exponent = round(m.mul(round(m.sub(plus, round(m.mul(z, z)))), 0.5));
    offer(m.le(limits[i], round(m.exp(exponent))), z);
  });
}

/** Exponentials from the lower bound on, accepted by their density. */
export function offerExponentials(sampler: Sampler, { low, high }: Bounds, root: Scalar, offer: Offer): void {
  const { m, round } = sampler;
  const alpha = round(m.mul(round(m.add(low, root)), 0.5));
  const uniforms = nextUniforms(sampler);
  for (let i = 0; i < uniforms.length; i += 2) {
    const step = round(m.div(m.neg(round(m.log(uniforms[i]))), alpha));
    const z = round(m.add(step, low));
    const x = round(m.select(m.lt(low, alpha), m.sub(alpha, z), m.sub(low, alpha)));
    const density = round(m.exp(round(m.mul(round(m.neg(m.mul(x, x))), 0.5))));
    offer(m.and(m.le(uniforms[i + 1], density), m.lt(z, high)), z);
  }
}
