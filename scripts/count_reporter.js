// Counts tests for scripts/test.mjs. Jest's own --json dies of failures that hold a BigInt.
const { mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

class CountReporter {
  constructor(_config, { outputFile }) {
    this.outputFile = outputFile;
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const counts = { numPassedTests, numFailedTests, numRuntimeErrorTestSuites };
    mkdirSync(path.dirname(this.outputFile), { recursive: true });
    writeFileSync(this.outputFile, JSON.stringify(counts));
  }
}

module.exports = CountReporter;
