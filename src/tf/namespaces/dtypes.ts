// tf.dtypes: element types and casts.
export { cast, saturateCast } from "../array/identity.ts";
export {
  asDtype, bfloat16, bool, complex128, complex64, double, DType, float16, float32, float64, half, int16,
  int32, int64, int8, qint16, qint32, qint8, quint16, quint8, resource, string, uint16, uint32, uint64,
  uint8, variant,
} from "../core/dtype.ts";
export { complex } from "../math/complex.ts";
