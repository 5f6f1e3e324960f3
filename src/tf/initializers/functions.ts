// The initializers as functions: the same as their classes, without `new`.
import { Constant, Identity, Ones, Zeros } from "./constants.ts";
import { Orthogonal } from "./orthogonal.ts";
import { RandomNormal, RandomUniform, TruncatedNormal } from "./random.ts";
import {
  GlorotNormal,
  GlorotUniform,
  HeNormal,
  HeUniform,
  LecunNormal,
  LecunUniform,
  VarianceScaling,
} from "./variance-scaling.ts";

type Maker<A extends readonly unknown[], R> = (...args: A) => R;

const maker =
  <A extends readonly unknown[], R>(Class: new (...args: A) => R): Maker<A, R> =>
  (...args) =>
    new Class(...args);

/** Zeros; see the class. */
export const zeros: Maker<[], Zeros> = /* @__PURE__ */ maker(Zeros);
/** Ones; see the class. */
export const ones: Maker<[], Ones> = /* @__PURE__ */ maker(Ones);
export const constant: Maker<ConstructorParameters<typeof Constant>, Constant> = /* @__PURE__ */ maker(
  Constant,
);
export const identity: Maker<ConstructorParameters<typeof Identity>, Identity> = /* @__PURE__ */ maker(
  Identity,
);
export const orthogonal: Maker<ConstructorParameters<typeof Orthogonal>, Orthogonal> = /* @__PURE__ */ maker(
  Orthogonal,
);
export const randomNormal: Maker<
  ConstructorParameters<typeof RandomNormal>,
  RandomNormal
> = /* @__PURE__ */ maker(RandomNormal);
export const randomUniform: Maker<
  ConstructorParameters<typeof RandomUniform>,
  RandomUniform
> = /* @__PURE__ */ maker(RandomUniform);
export const truncatedNormal: Maker<
  ConstructorParameters<typeof TruncatedNormal>,
  TruncatedNormal
> = /* @__PURE__ */ maker(TruncatedNormal);
export const varianceScaling: Maker<
  ConstructorParameters<typeof VarianceScaling>,
  VarianceScaling
> = /* @__PURE__ */ maker(VarianceScaling);

type SeedMaker<R> = Maker<ConstructorParameters<typeof GlorotUniform>, R>;
export const glorotUniform: SeedMaker<GlorotUniform> = /* @__PURE__ */ maker(GlorotUniform);
export const glorotNormal: SeedMaker<GlorotNormal> = /* @__PURE__ */ maker(GlorotNormal);
export const heUniform: SeedMaker<HeUniform> = /* @__PURE__ */ maker(HeUniform);
export const heNormal: SeedMaker<HeNormal> = /* @__PURE__ */ maker(HeNormal);
export const lecunUniform: SeedMaker<LecunUniform> = /* @__PURE__ */ maker(LecunUniform);
export const lecunNormal: SeedMaker<LecunNormal> = /* @__PURE__ */ maker(LecunNormal);
