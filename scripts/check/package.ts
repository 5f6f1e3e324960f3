// Builds the package and checks what would be published: publint, and arethetypeswrong for ESM consumers.
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { command } from "./command.ts";
import type { Outcome } from "./tree.ts";

export async function packed(root: string): Promise<Outcome> {
  const built = await command(root, "npm", ["run", "--silent", "build"]);
  return built.problems.length > 0 ? built : published(root);
}

/** Checks a package that is built already. */
export async function published(root: string): Promise<Outcome> {
  const [lint, types] = await Promise.all([
    publint({ pkgDir: root, strict: true, level: "warning" }),
    command(root, "attw", ["--pack", ".", "--profile", "esm-only", "--no-color", "--no-emoji"]),
  ]);
  const messages = lint.messages.map(
    (message) => `publint: ${formatMessage(message, lint.pkg) ?? message.code}`,
  );
  return { problems: [...messages, ...types.problems], note: "publint, arethetypeswrong" };
}
