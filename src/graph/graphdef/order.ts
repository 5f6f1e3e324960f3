// The order in which the nodes of a GraphDef can be worked on: inputs first, loops broken where they begin.

/**
 * Positions so that each comes after its inputs, in order of position otherwise. In a cycle the first node
 * with an input that is done goes first: the one that begins a loop.
 */
export function workOrder(
  inputs: readonly (readonly number[])[],
  users: readonly (readonly number[])[],
): number[] {
  const waiting = inputs.map((list) => list.length);
  const done = new Uint8Array(inputs.length);
  const order: number[] = [];
  let next = 0;
  const finish = (node: number): void => {
    done[node] = 1;
    order.push(node);
    for (const user of users[node]) {
      waiting[user]--;
      if (waiting[user] === 0 && user < next) next = user;
    }
  };
  while (order.length < inputs.length) {
    while (next < inputs.length && (done[next] === 1 || waiting[next] > 0)) next++;
    if (next < inputs.length) {
      finish(next);
      continue;
    }
    finish(loopEntry(inputs, done));
    next = 0;
  }
  return order;
}

function loopEntry(inputs: readonly (readonly number[])[], done: Uint8Array): number {
  const begun = inputs.findIndex((list, node) => done[node] === 0 && list.some((input) => done[input] === 1));
  return begun >= 0 ? begun : done.indexOf(0);
}
