// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkCase, type Outcome } from './check_case';
import {
  filesIn,
  readSuite,
  type ConformanceCase,
  type ConformanceFiles,
} from './conformance_files';
import { checkProductionQueries, type ProductionQueries } from './production_queries';

const ROOT = path.resolve(__dirname, '../..');
const OWN = path.join(__dirname, 'data');
const SHARED = path.resolve(ROOT, '../shared/conformance');
const PRODUCTION = path.join(SHARED, 'production_queries.json');

/** Request parameters that need a server. */
const SERVER_ONLY = ['runtime_mappings', 'fields'];
const DEFECT = 'a defect of the real server, which we do not copy';

type Ran = ConformanceCase & { readonly outcome: Outcome };

const run = (files: ConformanceFiles): Ran[] => {
  const suite = readSuite(files);
  return suite.cases.map((one) => ({ ...one, outcome: checkCase(one, suite) }));
};

const failures = (cases: readonly Ran[]): string[] =>
  cases.flatMap(({ id, query, outcome }) =>
    outcome.status === 'failed' ? [`${id}: ${query}\n  ${outcome.difference}`] : [],
  );

const skipped = (cases: readonly Ran[]): string[] =>
  cases.flatMap(({ id, outcome }) =>
    outcome.status === 'skipped' ? [`${id}: ${outcome.reason}`] : [],
  );

const groupOf = ({ id }: ConformanceCase): string => id.replace(/-.*/, '');

const describeIndex = (index: string, files: ConformanceFiles | undefined): void => {
  if (!files) {
    describe.skip(`${index}: not recorded here`, () => undefined);
    return;
  }
  describe(`${index}: what a real Elasticsearch answered`, () => {
    const cases = run(files);
    const groups = [...new Set(cases.map(groupOf))];

    it.each(groups)('%s', (group) => {
      expect(failures(cases.filter((one) => groupOf(one) === group))).toEqual([]);
    });

    it('is answered, but for what only a server can do', () => {
      const wanted = cases.flatMap(({ id, params }) => {
        const names = Object.keys(params).filter((name) => SERVER_ONLY.includes(name));
        return names.length > 0 ? [`${id}: needs a server: ${names.join(', ')}`] : [];
      });
      const forServer = skipped(cases).filter((line) => line.includes('needs a server'));
      expect(forServer).toEqual(wanted);
    });

    it('is answered, but for what is a defect of the server', () => {
      const quirks = cases.filter(({ tags }) => tags.includes('server-quirk'));
      const forDefect = skipped(cases).filter((line) => !line.includes('needs a server'));
      expect(skipped(quirks)).toEqual(forDefect);
      expect(forDefect.filter((line) => !line.endsWith(`: ${DEFECT}`))).toEqual([]);
    });
  });
};

describeIndex('ecs', filesIn(OWN, 'ecs'));
describeIndex('endgame', filesIn(SHARED, 'endgame'));

describe('the recordings in this repository', () => {
  it('are there', () => {
    expect(filesIn(OWN, 'ecs')).toBeDefined();
  });

  (existsSync(SHARED) ? it : it.skip)('are those of the shared folder', () => {
    for (const [name, file] of Object.entries(filesIn(SHARED, 'ecs') ?? {})) {
      const own = filesIn(OWN, 'ecs')?.[name as keyof ConformanceFiles] ?? '';
      expect(readFileSync(own).equals(readFileSync(file))).toBe(true);
    }
  });
});

(existsSync(PRODUCTION) ? describe : describe.skip)('queries of published rules', () => {
  it('parse and verify', () => {
    const queries = JSON.parse(readFileSync(PRODUCTION, 'utf8')) as ProductionQueries;
    const results = checkProductionQueries(queries);
    expect(results.length).toBeGreaterThan(500);
    expect(results.filter(({ error }) => error !== undefined)).toEqual([]);
  });
});
