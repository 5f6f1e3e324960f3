// Random streams agree with recordings of TensorFlow: bit for bit, normals within the recorded tolerance.
import { describe } from "vitest";
import { checkRecorded } from "../../../test/support/check-op.ts";

describe("recorded random numbers", () => {
  checkRecorded("random_stateful");
  checkRecorded("random_stateless");
  checkRecorded("random_generator");
  checkRecorded("random_seed", ["StatelessRandomUniformFullIntV2"]);
  checkRecorded("extra_nn", ["RandomGammaGrad", "StatefulUniformInt", "StatefulRandomBinomial"]);
});
