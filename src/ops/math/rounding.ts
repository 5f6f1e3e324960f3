// Whole numbers near a number, its neighbours, and what kind of number it is.
import { pointwise, type ScalarMath } from "../../graph/lowering.ts";
import { none, op, type, typeOr } from "../../graph/op.ts";
import type { Scalar } from "../../ir/scalar.ts";
import { onesOf, zerosOf } from "../support/fill-like.ts";
import { times } from "../support/operators.ts";
import { broadcastShape, sameAsInput } from "../support/shapes.ts";
import { floatTypes } from "../support/type-lists.ts";
import { broadcastOf, sumTo } from "../support/unbroadcast.ts";
import { complexTypes, floatOrSignedTypes, unary } from "./signatures.ts";
