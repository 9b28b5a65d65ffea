// Runs every check, also after one has failed, and counts them for .ci/run.
// Arguments go to jest: npm test -- common/eql
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const JEST = 'node_modules/jest/bin/jest.js';
const JEST_RESULTS = 'build/jest-results.json';
const RESULTS = 'build/test-results.json';

function runScript(name) {
  const { status } = spawnSync(`npm run --silent ${name}`, { stdio: 'inherit', shell: true });
  console.log(`${name}: ${status === 0 ? 'passed' : 'failed'}`);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function runJest(args) {
  const { status } = spawnSync(process.execPath, [JEST, '--passWithNoTests', ...args], {
    stdio: 'inherit',
  });
  if (!existsSync(JEST_RESULTS)) {
    return { passed: 0, failed: 1 };
  }
  const results = JSON.parse(readFileSync(JEST_RESULTS, 'utf8'));
  // A file that does not even load has no failed test, yet has failed.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return { passed: results.numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1) };
}

mkdirSync('build', { recursive: true });
rmSync(RESULTS, { force: true });
rmSync(JEST_RESULTS, { force: true });

const all = [runScript('typecheck'), runScript('lint'), runJest(process.argv.slice(2))];
const total = {
  passed: all.reduce((sum, { passed }) => sum + passed, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
};
writeFileSync(RESULTS, JSON.stringify(total));
process.exit(total.failed === 0 ? 0 : 1);
