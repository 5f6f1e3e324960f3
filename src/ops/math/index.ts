// The family of pointwise math ops.
import type { Op } from "../../graph/op.ts";
import { AccumulateNV2, Add, AddN, AddV2, Sub } from "./add.ts";
import { BitwiseAnd, BitwiseOr, BitwiseXor, Invert, LeftShift, PopulationCount, RightShift } from "./bits.ts";
import {
  BesselI0,
  BesselI0e,
  BesselI1,
  BesselI1e,
  BesselJ0,
  BesselJ1,
  BesselK0,
  BesselK0e,
  BesselK1,
  BesselK1e,
  BesselY0,
  BesselY1,
} from "./bessel.ts";
import { Betainc } from "./betainc.ts";
import { Bitcast } from "./bitcast.ts";
import { Cast } from "./cast.ts";
import { Angle, Complex, ComplexAbs, Conj, Imag, Real } from "./complex.ts";
import { BroadcastGradientArgs } from "./broadcast-gradient-args.ts";
import { Div, DivNoNan, FloorDiv, RealDiv, TruncateDiv } from "./divide.ts";
import { Exp, Expm1, Log, Log1p, Sigmoid, SigmoidGrad } from "./exponential.ts";
import { ClipByValue, Maximum, Minimum } from "./extremes.ts";
import { Acosh, Asinh, Atanh, Cosh, Sinh, Tanh, TanhGrad } from "./hyperbolic.ts";
import { Dawsn, Expint, FresnelCos, FresnelSin, Spence } from "./integrals.ts";
import {
  ApproximateEqual,
  Equal,
  Greater,
  GreaterEqual,
  Less,
  LessEqual,
  LogicalAnd,
  LogicalNot,
  LogicalOr,
  NotEqual,
} from "./logical.ts";
import { Igamma, Igammac, IgammaGradA } from "./incomplete-gamma.ts";
import { FloorMod, Mod, TruncateMod } from "./modulo.ts";
import { Mul, MulNoNan, SquaredDifference } from "./multiply.ts";
import { Pow } from "./power.ts";
import {
  Inv,
  InvGrad,
  Reciprocal,
  ReciprocalGrad,
  Rsqrt,
  RsqrtGrad,
  Sqrt,
  SqrtGrad,
  Square,
} from "./roots.ts";
import { Ceil, Floor, IsFinite, IsInf, IsNan, NextAfter, Rint, Round } from "./rounding.ts";
import { Abs, Neg, Sign } from "./sign.ts";
import { Digamma, Erf, Erfc, Erfinv, Lgamma, Ndtri } from "./special.ts";
import { Acos, Asin, Atan, Atan2, Cos, Sin, Tan } from "./trigonometric.ts";
import { Xdivy, Xlog1py, Xlogy } from "./xlogy.ts";
import { Polygamma, Zeta } from "./zeta.ts";

export const mathOps: readonly Op[] = [
  ...[Abs, Neg, Sign, Square, Sqrt, SqrtGrad, Rsqrt, RsqrtGrad, Reciprocal, ReciprocalGrad, Inv, InvGrad],
  ...[Exp, Expm1, Log, Log1p, Sigmoid, SigmoidGrad],
  ...[Sin, Cos, Tan, Asin, Acos, Atan, Atan2, Sinh, Cosh, Tanh, TanhGrad, Asinh, Acosh, Atanh],
  ...[Erf, Erfc, Erfinv, Ndtri, Lgamma, Digamma],
  ...[BesselI0, BesselI0e, BesselI1, BesselI1e, BesselK0, BesselK0e, BesselK1, BesselK1e],
  ...[BesselJ0, BesselJ1, BesselY0, BesselY1, Dawsn, Expint, FresnelCos, FresnelSin, Spence],
  ...[Igamma, Igammac, IgammaGradA, Betainc, Zeta, Polygamma],
  ...[Floor, Ceil, Rint, Round, IsNan, IsInf, IsFinite, NextAfter],
  ...[Invert, BitwiseAnd, BitwiseOr, BitwiseXor, LeftShift, RightShift, PopulationCount],
  ...[Less, LessEqual, Greater, GreaterEqual, Equal, NotEqual, ApproximateEqual],
  ...[LogicalAnd, LogicalOr, LogicalNot],
  ...[Real, Imag, Angle, ComplexAbs, Complex, Conj],
  ...[Add, AddV2, Sub, AddN, AccumulateNV2, Mul, MulNoNan, SquaredDifference, Pow],
  ...[Div, RealDiv, DivNoNan, FloorDiv, TruncateDiv, FloorMod, Mod, TruncateMod],
  ...[BroadcastGradientArgs, Cast, Bitcast],
  ...[Maximum, Minimum, ClipByValue, Xlogy, Xlog1py, Xdivy],
];
