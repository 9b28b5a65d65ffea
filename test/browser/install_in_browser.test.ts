// SPDX-License-Identifier: Apache-2.0
import { recordedSecurityRule } from '../install/recorded_security_rule';
import { DESKTOP, open, PHONE, site, tab, useBrowser } from './use_browser';

useBrowser();

const ENGINEER = { user: 'engineer' } as const;

const securityRules = () =>
  site.kibana.savedObjects
    .all('alert')
    .filter(({ attributes }) => attributes['alertTypeId'] === 'siem.eqlRule')
    .map((rule) => site.detectionEngine.shown(rule));

const ownRules = () =>
  site.kibana.savedObjects
    .all('alert')
    .filter(({ attributes }) => attributes['alertTypeId'] !== 'siem.eqlRule')
    .map(({ attributes }) => attributes);

/** Labels lie over the fields that they belong to. */
const clickText = (text: string) => tab.page.getByText(text).last().click();

const LACKING = { exceptionsList: [], note: 'How to triage' };

test('creates the Security rule and links ours with it', async () => {
  await open('/overview', ENGINEER);
  await tab.see('Create the published rule in Security');
  await tab.screenshot('install_choice');
  await tab.click('rule-install');
  await tab.find('ruleFacts');
  await tab.see('Network Connection via Recently Compiled Executable (enabled)');
  const [rule] = securityRules();
  expect(rule).toMatchObject({ tiebreaker_field: 'event.sequence', exceptions_list: [{}] });
  expect(ownRules()).toMatchObject([{ params: { securityRuleId: rule?.['id'] } }]);
  expect(await tab.has('linkedRuleLacks')).toBe(false);
});

test('a step that fails says why and what to do; going on ends well', async () => {
  site.failNext('POST', '/api/detection_engine/rules', 403);
  await open('/overview', ENGINEER);
  await tab.click('rule-install');
  await tab.find('installStep-create-failed');
  await tab.see('Refused with 403');
  await tab.see('It takes the Kibana privilege "Security: All" in this space.');
  await tab.screenshot('install_failed');
  expect(ownRules()).toEqual([]);
  await tab.click('installGoOn');
  await tab.see('Network Connection via Recently Compiled Executable (enabled)');
  expect([securityRules().length, ownRules().length]).toEqual([1, 1]);
});

test('what was made before a failure is taken back', async () => {
  site.failNext('POST', '/internal/recently_compiled/rule/install', 500);
  await open('/overview', ENGINEER);
  await tab.click('rule-install');
  await tab.find('installStep-link-failed');
  expect(securityRules()).toHaveLength(1);
  await tab.click('installUndo');
  await tab.see('Create the published rule in Security');
  expect([...securityRules(), ...ownRules()]).toEqual([]);
});

test('after a failure and a reload the rule that is there is offered, not doubled', async () => {
  site.failNext('POST', '/internal/recently_compiled/rule/install', 500);
  await open('/overview', ENGINEER);
  await tab.click('rule-install');
  await tab.find('installStep-link-failed');
  await tab.go(site.address('/overview', ENGINEER));
  await tab.see('Link with "Network Connection via Recently Compiled Executable", which is there');
  expect(await tab.has('choose-new')).toBe(false);
  await tab.click('rule-install');
  await tab.see('Network Connection via Recently Compiled Executable (enabled)');
  expect([securityRules().length, ownRules().length]).toEqual([1, 1]);
});

test("Elastic's rule is offered, and changed as far as that is agreed to", async () => {
  const rule = recordedSecurityRule({ params: { ...LACKING, immutable: true } });
  site.kibana.savedObjects.put(rule);
  await open('/overview', ENGINEER);
  await tab.see('By Elastic');
  await tab.see('its next update may take back all of this but the exception list');
  await clickText('Put a link to this app');
  await tab.screenshot('install_existing');
  await tab.click('rule-install');
  await tab.find('linkedRuleLacks');
  expect(securityRules()).toMatchObject([
    { tiebreaker_field: 'event.sequence', exceptions_list: [{}], note: 'How to triage' },
  ]);
  // What was not agreed to is offered again.
  await tab.click('changeLinkedRule');
  await tab.all('linkedRuleLacks').waitFor({ state: 'detached' });
  await tab.all('installProgress').waitFor({ state: 'detached' });
  expect(await tab.has('linkedRuleLacks')).toBe(false);
  expect(securityRules()[0]?.['note']).toContain('/app/recentlyCompiled/alerts');
});

test('another rule is linked by its id; one that does not exist is told of', async () => {
  await open('/overview', ENGINEER);
  await tab.find('choose-other');
  await clickText('Another EQL rule of Security');
  await tab.type('securityRuleId', 'no-such-rule');
  await tab.click('rule-install');
  await tab.find('installStep-link-failed');
  await tab.see('There is no Security rule [no-such-rule] in this space');
  await tab.see('Take the id from the address of the rule on the Security rules page');
});

test('our rule that stands alone is linked later', async () => {
  site.kibana.savedObjects.put(recordedSecurityRule({ params: LACKING }));
  await open('/overview', ENGINEER);
  await tab.find('choose-alone');
  await clickText('None: the rule of this app stands alone');
  await tab.click('rule-install');
  await tab.see('The rule stands alone');
  await tab.see('Link with a Security rule');
  await clickText('Link with a Security rule');
  await tab.click('rule-link');
  await tab.see('Network Connection via Recently Compiled Executable (enabled)');
});

test('who may not look at the rules of Security is told so, and can install ours alone', async () => {
  await open('/overview', { user: 'manager' });
  await tab.find('securityRulesFailed');
  await tab.see('let somebody who has it install the rule');
  await tab.screenshot('install_not_allowed');
  await tab.click('rule-install');
  await tab.see('The rule stands alone');
});

test.each([
  ['light', DESKTOP, false],
  ['dark', PHONE, true],
] as const)('the choice and the steps fit in %s', async (colours, size, darkMode) => {
  site.kibana.savedObjects.put(recordedSecurityRule({ params: LACKING, enabled: false }));
  site.failNext('PATCH', '/api/detection_engine/rules', 500);
  await open('/overview', { ...ENGINEER, size, darkMode });
  await tab.find('consent-enable');
  expect(await tab.overflow()).toBe(0);
  await tab.screenshot(`install_choice_${colours}`);
  await tab.click('rule-install');
  await tab.find('installStep-adjust-failed');
  expect(await tab.overflow()).toBe(0);
  await tab.screenshot(`install_steps_${colours}`);
});
