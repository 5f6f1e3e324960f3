// Checks that imports inside src/ go down the floors of floors.json; type imports count, tests are exempt.
import { existsSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { type Import, importsOf, roomOf } from "./imports.ts";
import { isTest, type Outcome, type SourceFile, sourceFiles } from "./tree.ts";

const floors: string[][] = JSON.parse(readFileSync(new URL("./floors.json", import.meta.url), "utf8"));
const floorOf = new Map(floors.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)));

export function layers(root: string): Outcome {
  const files = sourceFiles(root, ["src"]).filter((file) => !isTest(file.path));
  const packages = declaredPackages(root);
  const problems = [
    ...strayRooms(files),
    ...files.flatMap(importsOf).flatMap((each) => {
      const complaint = insideComplaint(each) ?? outsideComplaint(each, packages);
      return complaint === undefined ? [] : [`${each.from}:${each.line}: ${complaint}`];
    }),
    ...missingPlatformTwins(files),
  ];
  return { problems, note: `${files.length} files, ${floors.length} floors` };
}

function strayRooms(files: readonly SourceFile[]): string[] {
  const rooms = new Set(files.map((file) => roomOf(file.path)));
  return [...rooms].filter((room) => !floorOf.has(room)).map((room) => `src/${room}: room is on no floor`);
}

/** What is wrong with an import of a file of the repository. */
function insideComplaint({ from, specifier, target }: Import): string | undefined {
  if (target === undefined) return undefined;
  if (!target.startsWith("src/")) return `${specifier} lies outside src/`;
  if (!target.endsWith(".ts")) return `${specifier} lacks its .ts extension`;
  const [fromRoom, toRoom] = [roomOf(from), roomOf(target)];
  const [fromFloor, toFloor] = [floorOf.get(fromRoom), floorOf.get(toRoom)];
  if (fromRoom === toRoom) return familyComplaint(from, target) ?? barrelComplaint(from, target);
  if (fromFloor === undefined || toFloor === undefined) return undefined;
  if (toFloor >= fromFloor) {
    return `${fromRoom} (floor ${fromFloor}) may not import ${toRoom} (floor ${toFloor}): ${specifier}`;
  }
  return barrelComplaint(from, target);
}

function barrelComplaint(from: string, target: string): string | undefined {
  // These put the house together: the op table from its families, the namespace from its rooms.
  const assembles = from === "src/ops/table.ts" || from === "src/index.ts" || from.startsWith("src/bin/");
  const barrel = target.endsWith("/index.ts") && target !== "src/index.ts" && !assembles;
  return barrel ? `${target} is a barrel: import the file that defines the name` : undefined;
}

/** Op families are folders of src/ops that do not see each other; src/ops/support helps them all. */
function familyComplaint(from: string, target: string): string | undefined {
  const [fromFamily, toFamily] = [familyOf(from), familyOf(target)];
  // The op table, which lies in no family, puts all of them together.
  if (fromFamily === undefined || toFamily === undefined || toFamily === "support") return undefined;
  if (fromFamily === toFamily) return undefined;
  return `op family ${fromFamily} may not import family ${toFamily}`;
}

function familyOf(path: string): string | undefined {
  const parts = path.split("/");
  return parts[1] === "ops" && parts.length > 3 ? parts[2] : undefined;
}

/** What is wrong with an import of a package or of a module of Node. */
function outsideComplaint({ from, specifier, target }: Import, packages: Set<string>): string | undefined {
  if (target !== undefined) return undefined;
  if (specifier.startsWith("node:") || builtinModules.includes(specifier)) {
    const allowed = from.endsWith(".node.ts") || from.startsWith("src/bin/");
    return allowed ? undefined : `${specifier} may be imported only by *.node.ts files and src/bin`;
  }
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  return packages.has(name) ? undefined : `package ${name} is no dependency of package.json`;
}

function declaredPackages(root: string): Set<string> {
  const path = join(root, "package.json");
  const manifest = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  return new Set(Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }));
}

/** `#platform/x` names two files: x.node.ts and x.web.ts. */
function missingPlatformTwins(files: readonly SourceFile[]): string[] {
  const paths = new Set(files.map((file) => file.path));
  const seams = [...paths].filter((path) => /^src\/base\/platform\/.*\.(node|web)\.ts$/.test(path));
  const twin = (path: string): string =>
    path.endsWith(".node.ts") ? path.replace(/node\.ts$/, "web.ts") : path.replace(/web\.ts$/, "node.ts");
  return seams.filter((path) => !paths.has(twin(path))).map((path) => `${path}: ${twin(path)} is missing`);
}
