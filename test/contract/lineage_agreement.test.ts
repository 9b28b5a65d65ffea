// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { START } from './chain_events';
import { lineageIds } from './lineage_ids';
import { randomEvents } from './random_lineage';
import { SUBJECTS } from './subjects';

const never = new AbortController().signal;
const DAY = 86_400_000;

test('both searches find the same, whatever happens', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(randomEvents(60), async (events) => {
      const answers = await Promise.all(
        SUBJECTS.map(async ([, open]) => {
          const subject = await open([{ name: 'logs-contract', events }]);
          try {
            return await subject.lineage.search({
              params: DEFAULT_RULE_PARAMS,
              indexPatterns: [subject.indexName('logs-contract')],
              range: { from: START, to: START + DAY },
              filter: undefined,
              tiebreakerField: undefined,
              signal: never,
            });
          } finally {
            await subject.close();
          }
        }),
      );
      const [first, ...others] = answers.map(lineageIds);
      found += first?.length ?? 0;
      others.forEach((other) => expect(other).toEqual(first));
    }),
    { numRuns: 20 },
  );
  expect(found).toBeGreaterThan(0);
}, 120_000);
