// Normal numbers within two standard deviations: each group of outputs has its own stretch of the stream.
import type { ScalarMath } from "../../graph/lowering.ts";
import type { Buffer, KernelBuilder } from "../../ir/builder.ts";
import { lanesOf, normals } from "./distributions.ts";
import { blockAt, moveBy, type Stream } from "./philox-ir.ts";

const TRUNCATE_AT = 2;

/** Groups of 4 outputs begin 256 blocks apart, groups of 2 (float64) 128. */
export function fillTruncated(k: KernelBuilder, m: ScalarMath, stream: Stream, output: Buffer): void {
  const { dtype, count } = output;
  const lanes = lanesOf(dtype);
  k.parallel(Math.ceil(count / lanes), (group) => {
    const first = k.hold(m.mul(group, lanes));
    const wanted = k.hold(m.min(m.sub(m.constant("int32", count), first), lanes));
    const start = moveBy(k, m, stream, group, lanes === 4 ? 8 : 7);
    const filled = k.cell("int32", 0);
    const drawn = k.cell("int32", 0);
    k.while(m.lt(filled.get(), wanted), () => {
      const candidates = normals(k, m, dtype, blockAt(k, m, start, drawn.get()));
      drawn.set(m.add(drawn.get(), 1));
      for (const candidate of candidates) {
        const x = k.hold(candidate);
        k.if(m.and(m.lt(m.abs(x), TRUNCATE_AT), m.lt(filled.get(), wanted)), () => {
          k.store(output, m.add(first, filled.get()), m.cast(x, dtype));
          filled.set(m.add(filled.get(), 1));
        });
      }
    });
  });
}
