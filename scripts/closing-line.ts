// Vitest reporter that ends a run with one line, `N passed, N failed, N skipped`.
import type { Reporter, TestModule } from "vitest/node";

/** A file that does not load, or a suite whose hook throws, has errors of its own: one failed test each. */
function brokenScopes(module: TestModule): number {
  const suites = [module, ...module.children.allSuites()];
  return suites.filter((scope) => scope.errors().length > 0).length;
}

export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      counts.failed += brokenScopes(module);
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === "pending" ? "failed" : state] += 1;
      }
    }
    // An empty run proves nothing; a test cut off by an abort has state "pending".
    if (counts.passed === 0 && counts.failed === 0) counts.failed = 1;
    if (counts.failed > 0) process.exitCode = 1;
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  }
}

export default ClosingLine;
