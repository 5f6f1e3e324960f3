// A queue that gives the item with the lowest number first: a binary heap.

export class ReadyQueue<T> {
  readonly #items: T[] = [];
  readonly #numberOf: (item: T) => number;

  constructor(numberOf: (item: T) => number) {
    this.#numberOf = numberOf;
  }

  push(item: T): void {
    const items = this.#items;
    const number = this.#numberOf(item);
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#numberOf(items[parent]!) <= number) break;
      items[at] = items[parent]!;
      at = parent;
    }
    items[at] = item;
  }

  pop(): T | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (items.length > 0) this.#sink(last!);
    return first;
  }

  #sink(item: T): void {
    const items = this.#items;
    const number = this.#numberOf(item);
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && this.#numberOf(items[child + 1]!) < this.#numberOf(items[child]!))
        child++;
      if (number <= this.#numberOf(items[child]!)) break;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = item;
  }
}
