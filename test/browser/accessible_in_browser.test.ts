// SPDX-License-Identifier: Apache-2.0
import { recordedSecurityRule } from '../install/recorded_security_rule';
import { axeViolations } from './axe';
import { COLOURS, DESKTOP, open, PHONE, site, tab, useBrowser } from './use_browser';

useBrowser();

/** What Kibana has around our pages is not ours. */
const OURS = { exclude: ['.euiHeader'] };

const violations = () => axeViolations((expression) => tab.evaluate(expression), OURS);

describe.each(COLOURS)('in %s colours', (_, darkMode) => {
  test.each([
    ['/alerts', 'lookFurther'],
    ['/exclusions', 'exclusions-query'],
  ])('axe has nothing against %s', async (path, subject) => {
    site.happen({ name: 'implant', at: Date.now() - 60_000 });
    await open(path, { darkMode });
    await tab.find(subject);
    expect(await violations()).toEqual([]);
  });
});

describe.each([
  ['light and wide', { darkMode: false, size: DESKTOP }],
  ['light on a phone', { darkMode: false, size: PHONE }],
  ['dark and wide', { darkMode: true, size: DESKTOP }],
  ['dark on a phone', { darkMode: true, size: PHONE }],
])('before the rule is installed, %s, axe has nothing against', (_, look) => {
  const LACKING = { exceptionsList: [], note: 'How to triage' };

  test('the overview of those who may only read', async () => {
    await open('/overview', { ...look, user: 'analyst' });
    await tab.see('To install it takes the Kibana privilege');
    expect(await violations()).toEqual([]);
  });

  test('the overview of those who may not look at the rules of Security', async () => {
    await open('/overview', { ...look, user: 'manager' });
    await tab.find('securityRulesFailed');
    expect(await violations()).toEqual([]);
  });

  test('the choice of a new Security rule, a step that failed, and the rule at last', async () => {
    site.failNext('POST', '/api/detection_engine/rules', 403);
    await open('/overview', { ...look, user: 'engineer' });
    await tab.find('choose-new');
    expect(await violations()).toEqual([]);
    await tab.page.getByText('Another EQL rule of Security').last().click();
    await tab.find('securityRuleId');
    expect(await violations()).toEqual([]);
    await tab.page.getByText('Create the published rule in Security').last().click();
    await tab.click('rule-install');
    await tab.find('installStep-create-failed');
    expect(await violations()).toEqual([]);
    await tab.click('installGoOn');
    await tab.find('ruleFacts');
    expect(await violations()).toEqual([]);
  });

  test('the changes of a Security rule that is there, and what it still lacks', async () => {
    site.kibana.savedObjects.put(recordedSecurityRule({ params: LACKING, enabled: false }));
    await open('/overview', { ...look, user: 'engineer' });
    await tab.find('consent-enable');
    expect(await violations()).toEqual([]);
    await tab.page.getByText('Put a link to this app').last().click();
    await tab.click('rule-install');
    await tab.find('linkedRuleLacks');
    expect(await violations()).toEqual([]);
  });
});
