// Counts outcomes by family and by op, as text and as JSON.
import type { Case } from "./cases.ts";
import type { Outcome } from "./runner.ts";

export interface Tally {
  readonly name: string;
  passed: number;
  failed: number;
  skipped: number;
}

export interface Failure {
  readonly id: string;
  readonly op: string;
  readonly reason: string;
}

export interface ReportJson {
  passed: number;
  failed: number;
  skipped: number;
  families: Tally[];
  ops: Tally[];
  failures: Failure[];
}

const newTally = (name: string): Tally => ({ name, passed: 0, failed: 0, skipped: 0 });
const counts = ({ passed, failed, skipped }: Omit<Tally, "name">): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

export class Report {
  readonly #total = newTally("total");
  readonly #families = new Map<string, Tally>();
  readonly #ops = new Map<string, Tally>();
  readonly #failures: Failure[] = [];
  /** The first reason for which an op's cases failed or were skipped. */
  readonly #reasons = new Map<string, string>();

  add(item: Case, outcome: Outcome): void {
    for (const tally of [this.#total, at(this.#families, item.family), at(this.#ops, item.op)])
      tally[outcome.status]++;
    if (outcome.status === "passed") return;
    const { id, op } = item;
    const { reason } = outcome;
    if (outcome.status === "failed") this.#failures.push({ id, op, reason });
    if (!this.#reasons.has(op))
      this.#reasons.set(op, outcome.status === "failed" ? `${id}: ${reason}` : reason);
  }

  get failed(): number {
    return this.#total.failed;
  }

  /** The last line: what the whole run came to. */
  closingLine(): string {
    return counts(this.#total);
  }

  /** A line for each op with the reason for what did not pass, then one for each family. */
  text(failuresShown: number): string {
    const opLine = (tally: Tally): string => {
      const reason = this.#reasons.get(tally.name);
      return `  ${tally.name}: ${counts(tally)}${reason === undefined ? "" : ` (${reason})`}`;
    };
    const shown = this.#failures.slice(0, failuresShown).map(({ id, reason }) => `  ${id}: ${reason}`);
    return [
      "ops",
      ...sorted(this.#ops).map(opLine),
      "families",
      ...sorted(this.#families).map((tally) => `  ${tally.name}: ${counts(tally)}`),
      ...(shown.length > 0 ? [`failures (${shown.length} of ${this.failed})`, ...shown] : []),
    ].join("\n");
  }

  toJSON(): ReportJson {
    const { passed, failed, skipped } = this.#total;
    const [families, ops] = [sorted(this.#families), sorted(this.#ops)];
    return { passed, failed, skipped, families, ops, failures: this.#failures };
  }
}

function at(tallies: Map<string, Tally>, name: string): Tally {
  const tally = tallies.get(name) ?? newTally(name);
  tallies.set(name, tally);
  return tally;
}

const sorted = (tallies: Map<string, Tally>): Tally[] =>
  [...tallies.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
