import { expect, it } from "vitest";
import * as tf from "../../src/index.ts";
import { chapterCase } from "../conformance/chapter.ts";
import { raised } from "./support.ts";

class MyModule extends tf.Module {
  w1 = new tf.Variable(tf.zeros([2, 3]), { trainable: true });
  w2 = new tf.Variable(tf.zeros([1, 2]), { trainable: false });
}

class Outer extends tf.Module {
  b = new tf.Variable([0], { name: "b" });
  inner = new MyModule();
  lst = [new MyModule({ name: "x" }), { k: new MyModule({ name: "y" }) }];
  a = new tf.Variable([1, 2], { name: "a" });
}

const shapeTexts = (variables: readonly { shape: tf.Shape }[]): string =>
  `[${variables.map(({ shape }) => `TensorShape([${shape!.join(", ")}])`).join(", ")}]`;
const facts = (variables: readonly { name: string; shape: tf.Shape }[]): unknown[] =>
  variables.map(({ name, shape }) => [name, shape]);

it("ch14_12: modules find the variables and modules in their fields", () => {
  const { expected } = chapterCase("ch14_12_tf_module");
  const m = new MyModule();
  const o = new Outer();
  expect({
    print_all: shapeTexts(m.variables),
    print_trainable: shapeTexts(m.trainableVariables),
    name: m.name,
    outer_name: o.name,
    outer_variables: facts(o.variables),
    outer_trainable: facts(o.trainableVariables),
    submodules: o.submodules.map(({ name }) => name),
    name_error: raised(() => new tf.Module({ name: "1x" })).constructor.name,
  }).toEqual(expected);
});

it("modules find what is tracked, each thing once, in maps too", () => {
  class Hidden extends tf.Module {
    #hidden = this.track(new tf.Variable(1, { name: "hidden" }));
    table = new Map([["k", new tf.Variable(2, { name: "k" })]]);
    self = this;
    twice = [this.#hidden, this.#hidden];
  }
  expect(new Hidden().variables.map(({ name }) => name).sort()).toEqual(["hidden:0", "k:0"]);
});
