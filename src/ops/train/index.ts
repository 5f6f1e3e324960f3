// The family of optimizer updates.
import type { Op } from "../../graph/op.ts";
import * as adagrad from "./adagrad.ts";
import * as adam from "./adam.ts";
import * as ftrl from "./ftrl.ts";
import * as gradientDescent from "./gradient-descent.ts";
import * as momentum from "./momentum.ts";
import * as rmsProp from "./rms-prop.ts";
import * as sign from "./sign.ts";

export const trainOps: readonly Op[] = [
  gradientDescent,
  momentum,
  adam,
  adagrad,
  rmsProp,
  ftrl,
  sign,
].flatMap((family) => Object.values(family));
