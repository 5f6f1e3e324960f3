// The stack of default sessions: what `eval` and `run` use when none is given.
import { ValueError } from "../../base/errors.ts";
import type { FeedDict } from "../../engine/feeds.ts";
import type { BaseSession } from "../../engine/session.ts";
import type { Tensor } from "../../graph/tensor-base.ts";

let stack: readonly BaseSession[] = [];

export const getDefaultSession = (): BaseSession | null => stack.at(-1) ?? null;

export function enterSession(session: BaseSession): () => void {
  const before = stack;
  stack = [...stack, session];
  return () => {
    stack = before;
  };
}

/** The default session, or an error that says how to get one. */
export function defaultSession(what: string): BaseSession {
  const session = getDefaultSession();
  if (session === null)
    throw new ValueError(
      `Cannot ${what === "eval" ? "evaluate tensor" : what} using \`${what}()\`: ` +
        `No default session is registered. Use \`session.asDefault(() => …)\` ` +
        `or pass an explicit session to \`${what}(session)\``,
    );
  return session;
}

export interface EvalOptions {
  readonly feedDict?: FeedDict | null;
  readonly session?: BaseSession | null;
}

/** The value of a tensor in a session: the one given, or the default one. */
export const evaluate = (tensor: Tensor, { feedDict = null, session = null }: EvalOptions = {}): unknown =>
  (session ?? defaultSession("eval")).run(tensor, feedDict);
