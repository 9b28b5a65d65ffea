// SPDX-License-Identifier: Apache-2.0
import { evaluationError } from './evaluate_test_helpers';
import { findFunction, FUNCTIONS, suggestFunctions } from './registry';

describe('the functions', () => {
  it('are those of the reference', () => {
    expect(FUNCTIONS.map(({ name }) => name).sort()).toEqual([
      'add',
      'between',
      'cidrMatch',
      'concat',
      'divide',
      'endsWith',
      'indexOf',
      'length',
      'modulo',
      'multiply',
      'number',
      'startsWith',
      'string',
      'stringContains',
      'substring',
      'subtract',
    ]);
  });

  it('have a form with a tilde where case can be ignored', () => {
    const tilded = FUNCTIONS.filter(({ hasCaseInsensitiveForm }) => hasCaseInsensitiveForm);
    expect(tilded.map(({ name }) => name).sort()).toEqual([
      'between',
      'endsWith',
      'indexOf',
      'startsWith',
      'stringContains',
    ]);
  });

  it.each(['cidrMatch', 'cidrmatch', 'CIDRMATCH'])('are found whatever the case: %s', (name) => {
    expect(findFunction(name)?.name).toBe('cidrMatch');
  });

  it.each(['wildcard', 'match', 'arrayContains', 'toString', 'constructor', ''])(
    'there is no %s',
    (name) => {
      expect(findFunction(name)).toBeUndefined();
    },
  );

  it.each([
    ['lenght', ['length']],
    ['startWith', ['startsWith']],
    ['xyz', []],
  ])('a mistyped %s suggests %j', (name, suggestions) => {
    expect(suggestFunctions(name)).toEqual(suggestions);
  });

  it('a mistyped name suggests the closest first', () => {
    expect(suggestFunctions('sub_string')[0]).toBe('substring');
  });

  it.each([
    ['lenght(text) == 1', 'There is no function [lenght]. Did you mean [length]?'],
    ['round(ratio) == 1', 'There is no function [round]. See the list of functions'],
  ])('an unknown one is an error: %s', (expression, message) => {
    expect(evaluationError(expression)).toContain(`verification: line 1:11: ${message}`);
  });
});
