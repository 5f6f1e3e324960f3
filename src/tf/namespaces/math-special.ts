// tf.math.special: special functions.
export {
  besselI0,
  besselI0e,
  besselI1,
  besselI1e,
  besselJ0,
  besselJ1,
  besselK0,
  besselK0e,
  besselK1,
  besselK1e,
  besselY0,
  besselY1,
} from "../math/bessel.ts";
export { dawsn, expint, fresnelCos, fresnelSin, spence } from "../math/special.ts";
