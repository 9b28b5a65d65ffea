// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { DEFAULT_RULE_PARAMS, type RuleParams } from '../../common/rule';
import { problemsOf } from './form_state';
import { RuleParamsForm } from './rule_params_form';

// Popovers ask for it while they are drawn.
beforeAll(() => Object.assign(globalThis, { HTMLElement: class {} }));
afterAll(() => Reflect.deleteProperty(globalThis, 'HTMLElement'));

const markupOf = (changes: Partial<RuleParams>, isDisabled = false): string => {
  const params = { ...DEFAULT_RULE_PARAMS, detection: 'published' as const, ...changes };
  return renderToStaticMarkup(
    <RuleParamsForm
      params={params}
      onChange={() => undefined}
      problems={problemsOf(params)}
      isDisabled={isDisabled}
    />,
  ).replace(/<style[^>]*>.*?<\/style>/gs, '');
};

const textOf = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** The tag of a field, whatever the order of its attributes. */
const tagOf = (markup: string, name: string): string =>
  (markup.match(/<[^>]*>/g) ?? []).find((tag) => tag.includes(`"param-${name}"`)) ?? '';

test('shows each parameter with its value', () => {
  const markup = markupOf({});
  expect(textOf(markup)).toMatch(/gcc .*g\+\+ .*cc .*simpleX .*127\.0\.0\.0\/8 .*logs-endpoint/);
  expect(tagOf(markup, 'from')).toContain('value="9"');
  expect(tagOf(markup, 'maxSignals')).toContain('value="100"');
  expect(tagOf(markup, 'tiebreakerField')).toContain('value="event.sequence"');
  expect(markup).not.toContain('euiFormErrorText');
});

test('shows what the chosen detection goes by, and not what the other one does', () => {
  const markup = markupOf({ detection: 'lineage' });
  expect(textOf(markup)).toMatch(
    /Compilers and their drivers .*rustc .*Programs that write programs .*mold /,
  );
  expect(tagOf(markup, 'lineageWindow')).toContain('value="15"');
  expect(tagOf(markup, 'maxspan')).toBe('');
});

test('tells what is wrong beside its field, with its remedy', () => {
  const text = textOf(markupOf({ excludedNetworks: ['10.0.0.0/99'], maxSignals: 2000 }));
  expect(text).toMatch(
    /Networks that do not count.*10\.0\.0\.0\/99.*\[excludedNetworks\[0\]\] is no network: .* Write an address such as.*From compiling to connecting/,
  );
  expect(text).toMatch(
    /Most alerts of a run.*\[maxSignals\] must be a whole number from 1 to 1000, not 2000\. Write 100/,
  );
});

test('a problem of no field is told as well', () => {
  const problem = { field: 'other', message: '[other] is no parameter', remedy: 'Remove it' };
  const text = textOf(
    renderToStaticMarkup(
      <RuleParamsForm
        params={DEFAULT_RULE_PARAMS}
        onChange={() => undefined}
        problems={[problem]}
      />,
    ),
  );
  expect(text).toMatch(/\[other\] is no parameter\. .*Remove it\./);
});

test('nothing can be changed while it is disabled', () => {
  const markup = markupOf({}, true);
  expect(tagOf(markup, 'from')).toContain('disabled=""');
  expect(tagOf(markup, 'maxspan-unit')).toContain('disabled=""');
  expect(tagOf(markup, 'compilers')).toContain('disabled=""');
});
