// Vector mode's statements: run for all lanes of a block at once, under a mask where lanes part ways.
import { errorFromCode } from "../../base/errors.ts";
import type { Assign, Check, Expr, For, If, Statement, Store, While } from "../../ir/kernel.ts";
import { statementExpressions } from "../../ir/walk.ts";
import { expandContract } from "./expand-contract.ts";
import { runLaneByLane } from "./lane-by-lane.ts";
import type { LaneCode } from "./lane-code.ts";
import { LaneValues } from "./lane-values.ts";
import { filled } from "./scalar.ts";
import type { Lanes } from "./types.ts";
import * as ops from "./vector-ops.gen.ts";

export class LaneStatements {
  readonly #code: LaneCode;
  readonly #values: LaneValues;

  constructor(code: LaneCode) {
    this.#code = code;
    this.#values = new LaneValues(code);
  }

  block(body: readonly Statement[]): void {
    for (const statement of body) {
      this.#values.begin(statementExpressions(statement));
      this.#statement(statement);
      this.#values.endStatement();
    }
  }

  #statement(statement: Statement): void {
    switch (statement.kind) {
      case "set":
        this.#set(statement);
        break;
      case "store":
        this.#store(statement);
        break;
      case "check":
        this.#check(statement);
        break;
      case "for":
        this.#for(statement);
        break;
      case "while":
        this.#while(statement);
        break;
      case "if":
        this.#if(statement);
        break;
      case "contract":
        this.block(expandContract(statement));
        break;
      default:
        statement satisfies never;
    }
  }

  #set(statement: Assign): void {
    const { variable, value } = statement;
    const code = this.#code;
    if (!code.varying.variable(variable)) {
      code.emit([], code.scalar.statement(statement));
      return;
    }
    const out = code.variable(variable);
    if (code.mask === null) {
      this.#values.into(value, out);
      return;
    }
    const next = this.#values.of(value);
    code.emit([next], ops.select[variable.type](code.block, out, code.mask, next, out));
  }

  #store(statement: Store): void {
    const { buffer, index, value, checked } = statement;
    const code = this.#code;
    const { block } = code;
    if (checked || code.mask !== null) {
      this.#guardedStore(statement);
      return;
    }
    const { out, at } = this.#values.target(buffer, index);
    if (at === null && out.step === 1 && buffer.storage === value.type) {
      this.#values.into(value, out);
      return;
    }
    const lanes = this.#values.of(value);
    if (at === null) code.emit([lanes], ops.store[buffer.storage](block, out, lanes));
    else code.emit([at, lanes], ops.scatter[buffer.storage](block, out, at, lanes));
  }

  #guardedStore({ buffer, index, value, checked }: Store): void {
    const code = this.#code;
    const at = this.#values.places(index);
    if (checked) this.#values.trap(buffer, at);
    const lanes = this.#values.of(value);
    const out = this.#values.whole(buffer);
    const { storage } = buffer;
    if (code.mask === null) code.emit([at, lanes], ops.scatter[storage](code.block, out, at, lanes));
    else code.emit([at, lanes], ops.scatterMasked[storage](code.block, out, at, lanes, code.mask));
  }

  /** Reports the first active lane in which the condition does not hold. */
  #check({ condition, code: status, message, values }: Check): void {
    const { block, mask } = this.#code;
    const holds = this.#values.of(condition);
    const shown = values.map((value) => this.#values.of(value));
    const at = ({ data, offset, step }: Lanes, lane: number): number | bigint => data[offset + lane * step]!;
    this.#code.emit([holds, ...shown], () => {
      for (let i = 0; i < block.n; i++) {
        if (at(holds, i) !== 0 || (mask !== null && mask.data[i] === 0)) continue;
        throw errorFromCode(
          status,
          filled(
            message,
            shown.map((lanes) => at(lanes, i)),
          ),
        );
      }
    });
  }

  #for(statement: For): void {
    const code = this.#code;
    const { loop, extent, body } = statement;
    if (code.varying.expression(extent)) {
      runLaneByLane(code, this.#values, statement);
      return;
    }
    const count = code.scalar.value(extent);
    const { slots, slot } = code.scalar.slots.loop(loop);
    const run = code.repeated(loop, body, () => this.block(body));
    code.emit([], () => {
      const n = count();
      for (let i = 0; i < n; i++) {
        slots[slot] = i;
        run();
      }
    });
  }

  #while(statement: While): void {
    const code = this.#code;
    if (code.varying.expression(statement.condition)) {
      runLaneByLane(code, this.#values, statement);
      return;
    }
    const condition = code.scalar.value(statement.condition);
    const run = code.repeated(null, statement.body, () => this.block(statement.body));
    code.emit([], () => {
      while (condition() !== 0) run();
    });
  }

  #if({ condition, then, else: otherwise }: If): void {
    const code = this.#code;
    if (!code.varying.expression(condition)) {
      const holds = code.scalar.value(condition);
      const whenTrue = code.inside(() => this.block(then));
      const whenFalse = code.inside(() => this.block(otherwise));
      code.emit([], () => (holds() !== 0 ? whenTrue() : whenFalse()));
      return;
    }
    const outside = code.mask;
    const yes = this.#narrow(condition, outside, "and");
    const no = otherwise.length === 0 ? null : this.#narrow(condition, outside, "andNot");
    this.#values.endStatement();
    this.#masked(yes, then);
    if (no !== null) this.#masked(no, otherwise);
    code.mask = outside;
  }

  /** The lanes of a mask where the condition holds, or does not. */
  #narrow(condition: Expr, mask: Lanes<Uint8Array> | null, how: "and" | "andNot"): Lanes<Uint8Array> {
    const code = this.#code;
    const holds = this.#values.of(condition);
    const out = code.lasting("bool") as Lanes<Uint8Array>;
    if (how === "and") code.emit([holds], ops.copy.bool(code.block, out, holds));
    else code.emit([holds], ops.unary.bool.not(code.block, out, holds));
    if (mask !== null) code.emit([], ops.binary.bool.and(code.block, out, out, mask));
    return out;
  }

  #masked(mask: Lanes<Uint8Array>, body: readonly Statement[]): void {
    const code = this.#code;
    code.mask = mask;
    const run = code.inside(() => this.block(body));
    const { block } = code;
    code.emit([], () => {
      if (anyActive(mask, block.n)) run();
    });
  }
}

function anyActive({ data }: Lanes<Uint8Array>, n: number): boolean {
  for (let i = 0; i < n; i++) if (data[i] !== 0) return true;
  return false;
}
