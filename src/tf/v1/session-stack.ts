// The stack of default sessions: what `eval` and `run` use when none is given.
import { ValueError } from "../../base/errors.ts";
import type { BaseSession } from "../../engine/session.ts";

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
      `Cannot ${what} using \`${what}()\`: No default session is registered. Use ` +
        `\`session.asDefault(() => …)\` or pass an explicit session to \`${what}(session)\``,
    );
  return session;
}
