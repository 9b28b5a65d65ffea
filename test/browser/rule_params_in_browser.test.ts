// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { axeViolations } from './axe';
import { RULE_FORM_PATH, type RuleForm } from './page/injected';
import { COLOURS, DEVICES, open, tab, useBrowser } from './use_browser';

useBrowser();

const openForm = (
  { params, interval }: { params?: object; interval?: string } = {},
  look: Parameters<typeof open>[1] = {},
): Promise<void> => {
  const query = new URLSearchParams({
    ...(params && { params: JSON.stringify(params) }),
    ...(interval !== undefined && { interval }),
  });
  return open(`${RULE_FORM_PATH}?${query}`, look);
};

const form = () => tab.evaluate('window.ruleForm') as Promise<RuleForm>;

/** What is said below a field. */
const errorOf = (name: string): Promise<string[]> =>
  tab
    .all(`param-${name}`)
    .locator('xpath=ancestor::div[contains(@class, "euiFormRow ")][1]')
    .locator('.euiFormErrorText')
    .allInnerTexts();

const field = (name: string) => tab.all(`param-${name}`);

/** What is around the flyout is Kibana's own. */
const isSound = async (): Promise<void> => {
  expect(await axeViolations((expression) => tab.evaluate(expression), '.euiFlyout')).toEqual([]);
  expect(await tab.overflow()).toBeLessThanOrEqual(0);
};

test('a new rule begins with the defaults and the interval of the form', async () => {
  await openForm({ interval: '1m' });
  await tab.find('ruleParamsExpression');
  expect(await field('lineageWindow').inputValue()).toBe('15');
  expect(await field('maxSignals').inputValue()).toBe('100');
  expect(await field('tiebreakerField').inputValue()).toBe('event.sequence');
  expect(await field('indexPatterns').innerText()).toContain('logs-endpoint.events.*');
  // Kibana asks for it itself.
  expect(await tab.has('param-interval')).toBe(false);
  expect(await form()).toMatchObject({
    params: { ...DEFAULT_RULE_PARAMS, interval: '1m' },
    errors: {},
  });
  await tab.click('saveRuleButton');
  expect((await form()).saved).toEqual({ ...DEFAULT_RULE_PARAMS, interval: '1m' });
});

test('a wrong value is told below its field, and keeps the rule from being saved', async () => {
  await openForm();
  await field('maxSignals').fill('2000');
  const said =
    '[maxSignals] must be a whole number from 1 to 1000, not 2000. Write 100, for example';
  await tab.see(said);
  expect(await errorOf('maxSignals')).toEqual([`${said}.`]);
  expect((await form()).errors).toEqual({ maxSignals: [said] });
  expect(await errorOf('lineageWindow')).toEqual([]);
  await tab.click('saveRuleButton');
  expect((await form()).saved).toBeUndefined();
  await isSound();
  await tab.screenshot('rule_form_wrong');

  await field('maxSignals').fill('50');
  expect(await errorOf('maxSignals')).toEqual([]);
  expect(await form()).toMatchObject({ params: { maxSignals: 50 }, errors: {} });
  await tab.click('saveRuleButton');
  expect((await form()).saved).toMatchObject({ maxSignals: 50 });
});

test('entries of lists are added and taken out', async () => {
  await openForm();
  await tab.type('param-excludedNetworks', '10.0.0.0/8');
  await tab.press('Enter');
  const { excludedNetworks } = DEFAULT_RULE_PARAMS;
  expect((await form()).params['excludedNetworks']).toEqual([...excludedNetworks, '10.0.0.0/8']);
  await tab.type('param-excludedNetworks', '10.0.0.0/99');
  await tab.press('Enter');
  expect((await errorOf('excludedNetworks')).join()).toContain('10.0.0.0/99');
  expect(Object.keys((await form()).errors)).toEqual(['excludedNetworks']);
  await tab.press('Backspace');
  expect((await form()).errors).toEqual({});
});

test('the detection that is chosen says which fields there are', async () => {
  await openForm();
  await tab.find('param-lineageWindow');
  expect(await tab.has('param-maxspan')).toBe(false);
  await tab.page.click('label[for="detection-published"]');
  await tab.find('param-maxspan');
  expect(await tab.has('param-lineageWindow')).toBe(false);
  expect(await tab.has('param-lineageCompilers')).toBe(false);
  expect(await field('compilers').innerText()).toContain('g++');
  expect((await form()).params['detection']).toBe('published');
  // By name, what is looked back on must hold the interval and the span together.
  await tab.all('intervalInput').fill('10m');
  expect((await errorOf('from')).join()).toContain('less than interval and maxspan together (11m)');
  await field('from').fill('11');
  expect(await form()).toMatchObject({ params: { from: '11m', interval: '10m' }, errors: {} });
});

test('a rule that is stored shows what it has, and is not changed by being looked at', async () => {
  const stored = {
    ...DEFAULT_RULE_PARAMS,
    version: 2,
    securityRuleId: 'a7b1',
    maxSignals: 7,
    interval: '5m',
  };
  await openForm({ params: stored, interval: '5m' });
  await tab.find('linkedRule');
  await tab.see('This rule obeys the Security rule a7b1.');
  expect(await field('maxSignals').inputValue()).toBe('7');
  expect((await form()).params).toEqual(stored);
});

describe.each(COLOURS)('in %s colours', (colours, darkMode) => {
  test.each(DEVICES)('it can be read and used on a %s', async (device, size) => {
    await openForm({}, { size, darkMode });
    await tab.find('ruleParamsExpression');
    await tab.page.waitForLoadState('networkidle');
    await isSound();
    await tab.screenshot(`rule_form_${colours}_${device}`);
    await field('lineageWindow').scrollIntoViewIfNeeded();
    await isSound();
    await tab.screenshot(`rule_form_fields_${colours}_${device}`);
    // No field is wider than the flyout.
    const overflow = await tab.page.evaluate(() => {
      const body = document.querySelector('.euiFlyoutBody__overflow');
      return body ? body.scrollWidth - body.clientWidth : undefined;
    });
    expect(overflow).toBe(0);
  });
});
