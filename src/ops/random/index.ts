// The family of random ops.
import type { Op } from "../../graph/op.ts";
import { StatefulRandomBinomial, StatelessRandomBinomial } from "./binomial.ts";
import { Multinomial, StatelessMultinomial } from "./categorical.ts";
import { RandomGamma, StatelessRandomGammaV2, StatelessRandomGammaV3 } from "./gamma.ts";
import { RandomGammaGrad } from "./gamma-gradient.ts";
import {
  RngReadAndSkip,
  RngSkip,
  StatefulStandardNormalV2,
  StatefulTruncatedNormal,
  StatefulUniform,
  StatefulUniformFullInt,
  StatefulUniformInt,
} from "./generator.ts";
import { ParameterizedTruncatedNormal, StatelessParameterizedTruncatedNormal } from "./parameterized.ts";
import { RandomPoisson, RandomPoissonV2, StatelessRandomPoisson } from "./poisson.ts";
import { RandomShuffle, StatelessShuffle } from "./shuffle.ts";
import {
  NonDeterministicInts,
  RandomStandardNormal,
  RandomUniform,
  RandomUniformInt,
  TruncatedNormal,
} from "./stateful.ts";
import {
  StatelessRandomGetAlg,
  StatelessRandomGetKeyCounter,
  StatelessRandomGetKeyCounterAlg,
  StatelessRandomNormal,
  StatelessRandomNormalV2,
  StatelessRandomUniform,
  StatelessRandomUniformFullInt,
  StatelessRandomUniformFullIntV2,
  StatelessRandomUniformInt,
  StatelessRandomUniformIntV2,
  StatelessRandomUniformV2,
  StatelessTruncatedNormal,
  StatelessTruncatedNormalV2,
} from "./stateless.ts";

export const randomOps: readonly Op[] = [
  ...[RandomUniform, RandomUniformInt, RandomStandardNormal, TruncatedNormal, NonDeterministicInts],
  ...[RandomShuffle, StatelessShuffle, Multinomial, StatelessMultinomial],
  ...[RandomGamma, RandomGammaGrad, StatelessRandomGammaV2, StatelessRandomGammaV3],
  ...[
    RandomPoisson,
    RandomPoissonV2,
    StatelessRandomPoisson,
    StatefulRandomBinomial,
    StatelessRandomBinomial,
  ],
  ...[ParameterizedTruncatedNormal, StatelessParameterizedTruncatedNormal],
  ...[StatelessRandomUniform, StatelessRandomNormal, StatelessTruncatedNormal, StatelessRandomUniformInt],
  ...[
    StatelessRandomUniformFullInt,
    StatelessRandomUniformV2,
    StatelessRandomNormalV2,
    StatelessTruncatedNormalV2,
  ],
  ...[StatelessRandomUniformIntV2, StatelessRandomUniformFullIntV2],
  ...[StatelessRandomGetKeyCounter, StatelessRandomGetKeyCounterAlg, StatelessRandomGetAlg],
  ...[
    StatefulUniform,
    StatefulStandardNormalV2,
    StatefulTruncatedNormal,
    StatefulUniformInt,
    StatefulUniformFullInt,
  ],
  ...[RngSkip, RngReadAndSkip],
];
