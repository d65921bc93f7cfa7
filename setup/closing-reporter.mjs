// Names what was skipped, with its reason, and closes with `N passed, N failed, N skipped`.

export default class ClosingReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const skipped = new Map();
    for (const module of modules) {
      if (module.state() === "failed" && [...module.children.allTests()].length === 0) counts.failed++;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === "passed") counts.passed++;
        else if (result.state === "failed") counts.failed++;
        else {
          counts.skipped++;
          const reason = result.note ?? test.parent?.name ?? "";
          const name = `${module.relativeModuleId ?? module.moduleId}: ${test.fullName}`;
          skipped.set(name, reason);
        }
      }
    }
    counts.failed += unhandledErrors.length;
    for (const [name, reason] of skipped) console.log(`skipped: ${name}${reason ? ` (${reason})` : ""}`);
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  }
}
