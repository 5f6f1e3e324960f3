// Attr values together with their types, as nodes outside the OpDefs' knowledge and GraphDefs need them.
import type { DTypeName } from "../base/dtypes.ts";
import type { AttrKind } from "./op.ts";
import type { AttrValue, FunctionRef } from "./types.ts";

/** An attr's type as OpDefs spell it. */
export type AttrType = AttrKind | `list(${AttrKind})`;

/** A dtype in an attr; "_ref" is a v1 reference to a variable of that dtype, "invalid" is DT_INVALID. */
export type AttrDType = DTypeName | `${DTypeName}_ref` | "invalid";

/** A value that says its type. In a function's body "placeholder" names an attr of the function itself. */
export interface TypedAttr {
  readonly type: AttrType | "placeholder";
  readonly value: AttrValue;
}

/** A reference that keeps the types of its attrs: no OpDef tells them. */
export interface TypedFunctionRef extends FunctionRef {
  readonly attrTypes?: Readonly<Record<string, TypedAttr["type"]>>;
}
