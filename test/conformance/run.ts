// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { EqlError } from '../../common/eql/errors';
import { checkCase, type Outcome } from './check_case';
import { filesIn, readSuite, type ConformanceFiles } from './conformance_files';
import { checkProductionQueries, type ProductionQueries } from './production_queries';

const USAGE = `Usage: npm run conformance -- [--docs FILE --mapping FILE --cases FILE] [--production FILE]

Runs recorded answers of a real Elasticsearch against the engine. Without arguments: everything in
../shared/conformance, or in test/conformance/data where that is not there.
`;

const { values } = parseArgs({
  options: {
    docs: { type: 'string' },
    mapping: { type: 'string' },
    cases: { type: 'string' },
    production: { type: 'string' },
    help: { type: 'boolean' },
  },
});

interface Row {
  readonly id: string;
  readonly query: string;
  readonly outcome: Outcome;
}

const main = (): number => {
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { suites, production } = inputs();
  if (suites.length === 0 && production === undefined) {
    process.stderr.write(`There is nothing to run.\n\n${USAGE}`);
    return 2;
  }
  const rows = [...suites.flatMap(runSuite), ...(production ? runProduction(production) : [])];
  report(rows);
  return rows.some(({ outcome }) => outcome.status === 'failed') ? 1 : 0;
};

const inputs = (): { suites: ConformanceFiles[]; production: string | undefined } => {
  const { docs, mapping, cases, production } = values;
  if (docs && mapping && cases) {
    return { suites: [{ docs, mapping, cases }], production };
  }
  if (docs || mapping || cases) {
    throw new Error('--docs, --mapping and --cases belong together');
  }
  if (production) {
    return { suites: [], production };
  }
  const shared = path.resolve('../shared/conformance');
  const folder = existsSync(shared) ? shared : path.resolve('test/conformance/data');
  const recorded = path.join(folder, 'production_queries.json');
  return {
    suites: ['ecs', 'endgame'].flatMap((index) => filesIn(folder, index) ?? []),
    production: existsSync(recorded) ? recorded : undefined,
  };
};

const runSuite = (files: ConformanceFiles): Row[] => {
  const suite = readSuite(files);
  return suite.cases.map((testCase) => ({
    id: testCase.id,
    query: testCase.query,
    outcome: checkCase(testCase, suite),
  }));
};

const runProduction = (file: string): Row[] =>
  checkProductionQueries(JSON.parse(readFileSync(file, 'utf8')) as ProductionQueries).map(
    ({ path: id, query, error }) => ({
      id,
      query,
      outcome: error
        ? { status: 'failed', expected: 'parses and verifies', got: error, difference: error }
        : { status: 'passed' },
    }),
  );

const report = (rows: readonly Row[]): void => {
  const count = { passed: 0, failed: 0, skipped: 0 };
  const reasons = new Map<string, string[]>();
  for (const { id, query, outcome } of rows) {
    count[outcome.status] += 1;
    if (outcome.status === 'failed') {
      const { expected, got, difference } = outcome;
      process.stdout.write(
        `FAILED ${id}\n  query:      ${query}\n  expected:   ${expected}\n  got:        ${got}\n  difference: ${difference}\n\n`,
      );
    } else if (outcome.status === 'skipped') {
      reasons.set(outcome.reason, [...(reasons.get(outcome.reason) ?? []), id]);
    }
  }
  for (const [reason, ids] of reasons) {
    process.stdout.write(`skipped, ${reason}: ${ids.join(', ')}\n`);
  }
  process.stdout.write(
    `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`,
  );
};

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof Error) || error instanceof EqlError) {
    throw error;
  }
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
