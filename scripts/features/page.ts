// Writes the survey of features as Markdown.
import type { Coverage } from "./survey.ts";

export interface Survey {
  readonly namespaces: readonly Coverage[];
  readonly ops: readonly Coverage[];
  readonly additions: readonly string[];
}

export function featuresPage({ namespaces, ops, additions }: Survey): string {
  const parts = [
    "# Features",
    "Written by `npm run features`; do not edit. What `teia` exports is compared at run time with the\n" +
      "public symbols of TensorFlow 2.21.0 (snake_case read as camelCase), its op table with the OpDefs.\n" +
      "A symbol counts when it exists and is callable where Python's is; behaviour is proven by the tests.",
    "## Summary",
    summary(namespaces, ops),
    "## Ops",
    "Every op can be built, and runs on a TensorFlow server; those listed as present also run locally.",
    ...ops.map((each) => section(each, "###")),
    "## Namespaces",
    ...namespaces.map((each) => section(each, "###")),
    "## Beyond TensorFlow 2.21",
    additions.length === 0 ? "Nothing." : list(additions),
  ];
  return `${parts.join("\n\n")}\n`;
}

function summary(namespaces: readonly Coverage[], ops: readonly Coverage[]): string {
  const v1 = namespaces.filter(({ title }) => title.startsWith("tf.compat.v1"));
  const rows = [
    row("Namespaces, all symbols", namespaces),
    row(
      "without `tf.compat.v1`",
      namespaces.filter((each) => !v1.includes(each)),
    ),
    row("`tf.compat.v1`", v1),
    row("Ops, all OpDefs", ops),
    ...ops.map((each) => row(each.title, [each])),
  ];
  return ["| what | present | of |", "| --- | ---: | ---: |", ...rows].join("\n");
}

function row(what: string, parts: readonly Coverage[]): string {
  const present = parts.reduce((sum, each) => sum + each.present.length, 0);
  const missing = parts.reduce((sum, each) => sum + each.missing.length, 0);
  return `| ${what} | ${present} | ${present + missing} |`;
}

function section({ title, present, missing }: Coverage, level: string): string {
  const heading = `${level} ${title.startsWith("tf") ? `\`${title}\`` : title}`;
  const count = `${present.length} of ${present.length + missing.length}.`;
  const lists = [
    ...(present.length > 0 ? [`Present: ${list(present)}`] : []),
    ...(missing.length > 0 ? [`Missing: ${list(missing)}`] : []),
  ];
  return [heading, count, ...lists].join("\n\n");
}

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");
