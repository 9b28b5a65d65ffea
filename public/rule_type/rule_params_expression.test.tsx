// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { RuleTypeParamsExpressionProps } from '../kibana_contracts';
import { ruleTypeModel } from './rule_type_model';
import { RuleParamsExpression } from './rule_params_expression';

// Popovers ask for it while they are drawn.
beforeAll(() => Object.assign(globalThis, { HTMLElement: class {} }));
afterAll(() => Reflect.deleteProperty(globalThis, 'HTMLElement'));

const markupOf = (ruleParams: RuleTypeParamsExpressionProps['ruleParams']): string =>
  renderToStaticMarkup(
    <RuleParamsExpression
      ruleParams={ruleParams}
      ruleInterval="5m"
      setRuleParams={() => undefined}
    />,
  );

test('shows the fields without the interval, which the form around it asks for', () => {
  const markup = markupOf({});
  expect(markup).toContain('data-test-subj="param-lineageWindow"');
  expect(markupOf({ version: 1 })).toContain('data-test-subj="param-maxspan"');
  expect(markup).not.toContain('data-test-subj="param-interval"');
  expect(markup).not.toContain('linkedRule');
});

test('tells which Security rule it obeys', () => {
  expect(markupOf({ securityRuleId: 'a7b1' })).toContain('obeys the Security rule a7b1');
});

test('tells what is wrong beside its field', () => {
  expect(markupOf({ maxSignals: 0 })).toContain('must be a whole number from 1 to 1000');
});

test('the form brings the check with it', async () => {
  const model = ruleTypeModel();
  const wrong = { maxSignals: 0 };
  expect(model.validate(wrong)).toEqual({ errors: {} });
  // What React does before it shows the form for the first time.
  const { _init: load, _payload: payload } = model.ruleParamsExpression as unknown as {
    _init: (payload: unknown) => unknown;
    _payload: unknown;
  };
  await Promise.resolve()
    .then(() => load(payload))
    .catch((loading: unknown) => loading);
  expect(Object.keys(model.validate(wrong).errors)).toEqual(['maxSignals']);
});
