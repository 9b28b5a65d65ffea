// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PUBLISHED_RULE } from './published_rule';

const published: unknown = JSON.parse(
  readFileSync(path.join(__dirname, '../../test/data/published.v6.json'), 'utf8'),
);

describe('PUBLISHED_RULE', () => {
  it('has the published fields and no others', () => {
    expect(Object.keys(PUBLISHED_RULE).sort()).toEqual(Object.keys(published as object).sort());
  });

  it.each(Object.entries(published as object))('has the published %s', (name, value) => {
    expect(PUBLISHED_RULE[name as keyof typeof PUBLISHED_RULE]).toEqual(value);
  });
});
