// Everything a lowering rule can compute on scalars: kernel IR's arithmetic and the functions built from it.
import * as arithmetic from "./arithmetic.ts";
import * as functions from "./libm/functions.ts";
import { complex, constant, isScalar, like, real } from "./scalar.ts";

export const math = { ...arithmetic, ...functions, constant, complex, real, like, isScalar };
