// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { ROOT } from '../../cli/run_cli';
import { until } from '../../host/host_process';
import { axeViolations } from '../axe';
import { englishLeft } from './english_left';
import { FEW_LOOKS, LOOKS } from './looks';
import { ROUTES, refuse } from './refusals';
import { addressWithinApp, firstRun, host, openPage, tab, useHostPages } from './use_host';

useHostPages(() => [path.join(ROOT, 'recordings')], { isInstalled: false });

const isSound = async (): Promise<void> => {
  expect(await axeViolations((expression) => tab.evaluate(expression))).toEqual([]);
  expect(await tab.overflow()).toBeLessThanOrEqual(0);
};

const rule = async () => (await host.call('GET', '/rule')).body.rule;

/** The rule is there and has run, whatever tests before have done with it. */
const installed = async (): Promise<void> => {
  if ((await rule()) === null) {
    await host.call('POST', '/rule/install', {});
  }
  await host.call('POST', '/rule/enable');
  await firstRun();
};

const isDetached = (subject: string) => tab.all(subject).first().waitFor({ state: 'detached' });

describe('before the rule is installed', () => {
  test.each(LOOKS)('the page says so and offers it: %s', async (look, options) => {
    await openPage('/overview', options);
    await tab.find('notInstalled');
    await tab.find('rule-install');
    await tab.find('alertsOverTime-none');
    await isDetached('attention-loading');
    await isSound();
    if (options.locale === 'zh-CN') {
      expect(await englishLeft(tab.page)).toEqual([]);
    } else {
      await tab.see('The rule is not installed');
      await tab.see('Nothing but the rule, which has to be installed first.');
    }
    await tab.screenshot(`overview_notInstalled_${look}`);
  });

  test('the setup page says the same, and leads to it', async () => {
    await openPage('/setup');
    await tab.find('check-own_rule-error');
    await tab.see('5 of 6 steps need nothing');
    await tab.click('mend-own_rule');
    await tab.find('notInstalled');
    expect(addressWithinApp()).toBe('/overview');
  });

  test('one click installs it, and what its first run finds is shown by itself', async () => {
    await openPage('/overview');
    await tab.click('rule-install');
    await tab.find('ruleStatus');
    // By the README: eight of the thirteen hosts run what they compiled, and it connects.
    await tab.see('8 alerts are open');
    await tab.see('8 alerts');
    await tab.see('Healthy');
    expect((await rule()).lastRun).toMatchObject({ created: 8, sequences: 8, events: 2667 });
  });
});

describe('with the rule', () => {
  beforeEach(installed);

  test('is switched off and on, by its button and by what needs attention', async () => {
    await openPage('/overview');
    await tab.click('rule-disable');
    await tab.find('attention-off');
    await tab.see('Switched off');
    await tab.see('Detects nothing');
    expect((await rule()).enabled).toBe(false);
    await tab.click('mend-off');
    await isDetached('attention-off');
    await tab.see('Switched on');
    expect((await rule()).enabled).toBe(true);
    await tab.click('rule-disable');
    await tab.click('rule-enable');
    await tab.find('rule-disable');
  });

  test('runs now, and finds nothing twice', async () => {
    const { runs } = await rule();
    await openPage('/overview');
    await tab.click('rule-run');
    await until(rule, (now) => now.runs.length > runs.length);
    await tab.page.waitForFunction(
      () => !document.querySelector('[data-test-subj=rule-run]')?.hasAttribute('disabled'),
    );
    const [last] = (await rule()).runs;
    expect(last).toMatchObject({ outcome: 'succeeded', created: 0 });
    await tab.see('0 new alerts');
  });

  test('its history is shown as charts and as a table, which the address keeps', async () => {
    const before = await rule();
    await openPage('/overview');
    for (const figure of ['durationMs', 'events', 'sequences', 'created', 'latenessMs', 'gapMs']) {
      await tab.find(`runFigure-${figure}`);
    }
    await tab.all('runs').locator('canvas').first().waitFor();
    await tab.click('runsView-table');
    await tab.find('runsTable');
    expect(addressWithinApp()).toBe('/overview?runs=table');
    const rows = await tab.all('runsTable').locator('tbody tr').allInnerTexts();
    // In a suite that takes long the rule runs by itself as well.
    expect(rows.length).toBeGreaterThanOrEqual(before.runs.length);
    expect(rows.length).toBeLessThanOrEqual((await rule()).runs.length);
    // The first run is the oldest, at the foot.
    expect(rows.at(-1)).toContain('2,667');
    await isSound();
    await tab.page.reload();
    await tab.find('runsTable');
    await tab.click('runsView-chart');
    await isDetached('runsTable');
  });

  test('counts alerts by severity and by host, as a chart and as a table', async () => {
    await openPage('/overview');
    await tab.see('8 alerts');
    await tab.all('alertsOverTime').locator('canvas').first().waitFor();
    await tab.click('alertsView-table');
    await tab.find('alertsOverTimeTable');
    const heads = () => tab.all('alertsOverTimeTable').locator('thead th').allInnerTexts();
    expect(await heads()).toEqual(['From', 'All', 'Medium']);
    await tab.click('alertsOverTime-by-host');
    await tab.see('cap-35-reverse-shell');
    // The six with the most alerts, and the two others as one.
    expect((await heads()).filter((head) => head.startsWith('cap-'))).toHaveLength(6);
    expect((await heads()).at(-1)).toBe('Other hosts');
    await tab.page.selectOption('[data-test-subj=alertsOverTime-last]', '24h');
    await tab.page.waitForURL(/last=24h/);
    await tab.see('8 alerts');
    expect(addressWithinApp()).toBe('/overview?last=24h&by=host&alerts=table');
    await isSound();
    await tab.page.goBack();
    await tab.page.goBack();
    await tab.page.waitForURL(/overview\?alerts=table$/);
    await tab.see('Medium');
    await tab.page.goForward();
    await tab.see('cap-35-reverse-shell');
  });

  test('stands alone where there is no Security, and offers no link', async () => {
    await openPage('/overview');
    await tab.see('The rule stands alone');
    for (const subject of ['linkRule', 'rule-unlink', 'openSecurityRule']) {
      expect(await tab.has(subject)).toBe(false);
    }
  });
});

describe('what needs attention leads to where it is mended', () => {
  beforeEach(installed);

  test('open alerts to all that are open', async () => {
    await openPage('/overview');
    await tab.click('mend-openAlerts');
    await tab.find('alertsTable');
    await tab.see('8 alerts');
    expect(addressWithinApp()).toContain('/alerts?');
    expect(addressWithinApp()).toContain('status=open');
    await tab.page.goBack();
    await tab.find('attention-openAlerts');
  });

  test('an exclusion that ends soon to those in force', async () => {
    const made = await host.call('POST', '/exclusions', {
      name: 'Ends soon',
      entries: [{ field: 'host.name', operator: 'included', type: 'match', value: 'ci-1' }],
      expireTime: '2026-11-27T00:00:00.000Z',
    });
    expect(made.status).toBe(200);
    await openPage('/overview');
    await tab.see('1 exclusion expires within a week: Ends soon');
    await tab.click('mend-expiring');
    await tab.see('Ends soon');
    expect(addressWithinApp()).toBe('/exclusions?show=inForce');
  });

  test('a run that fails, and the checks that say why, to their step', async () => {
    const { revision, params } = await rule();
    const elsewhere = { ...params, indexPatterns: ['nothing-here-*'] };
    await host.call('PUT', '/rule/params', { revision, params: elsewhere });
    await openPage('/overview');
    await tab.click('rule-run');
    await tab.find('attention-check-recent_events');
    await tab.find('runRemark');
    await isSound();
    await tab.screenshot('overview_attention');
    await tab.all('attention-check-data_streams').locator('a, button').first().click();
    await tab.find('step-data-error');
    expect(addressWithinApp()).toBe('/setup?step=data');

    await tab.page.goBack();
    await tab.click('params-edit');
    await tab.click('params-defaults');
    await tab.click('params-review');
    await tab.click('params-save');
    await isDetached('paramsEditor');
    await tab.click('rule-run');
    await isDetached('attention-check-data_streams');
    await tab.see('Healthy');
  });
});

describe('the parameters', () => {
  beforeEach(installed);

  test.each(FEW_LOOKS)('are edited beside the page: %s', async (look, options) => {
    await openPage('/overview?edit=params', options);
    await tab.find('ruleParamsForm');
    await isSound();
    await tab.screenshot(`params_${look}`);
    await tab.all('param-maxSignals').fill('2000');
    await tab.all('param-maxSignals').scrollIntoViewIfNeeded();
    await isSound();
    await tab.screenshot(`params_wrong_${look}`);
    if (options.locale === 'zh-CN') {
      expect(await englishLeft(tab.page)).toEqual([]);
    }
    await tab.all('param-maxSignals').fill('50');
    await tab.page.click('label[for="detection-published"]');
    await tab.click('params-review');
    await tab.find('queryDiff-added');
    await isSound();
    await tab.screenshot(`params_review_${look}`);
    if (options.locale === 'zh-CN') {
      expect(await englishLeft(tab.page)).toEqual([]);
    }
  });

  test('what is wrong is said beside its field and can not be saved', async () => {
    await openPage('/overview');
    await tab.click('params-edit');
    await tab.see('Nothing is changed yet');
    expect(addressWithinApp()).toBe('/overview?edit=params');
    await tab.type('param-excludedNetworks', '10.0.0.0/99');
    await tab.press('Enter');
    await tab.see('[excludedNetworks[4]] is no network');
    await tab.see('1 field is wrong');
    expect(await tab.all('params-review').isDisabled()).toBe(true);
    await tab.click('params-cancel');
    await isDetached('paramsEditor');
    expect(addressWithinApp()).toBe('/overview');
    expect((await rule()).params.excludedNetworks).toHaveLength(4);
  });

  test('show what they change in the query, line by line, and are saved', async () => {
    await openPage('/overview?edit=params');
    await tab.page.click('label[for="detection-published"]');
    await tab.click('params-review');
    await tab.see('By name, as the published rule does, was By lineage');
    await tab.see('Until now the rule has run no query. From now on it runs this one.');
    await tab.click('params-save');
    await isDetached('paramsEditor');

    await tab.click('params-edit');
    await tab.type('param-compilers', 'tcc');
    await tab.press('Enter');
    await tab.click('params-review');
    await tab.see('Added: tcc');
    const line = async (kind: string) =>
      (await tab.all(`queryDiff-${kind}`).allInnerTexts()).join('\n');
    expect(await line('removed')).toContain('process.name in ("gcc", "g++", "cc")');
    expect(await line('added')).toContain('process.name in ("gcc", "g++", "cc", "tcc")');
    await tab.click('params-back');
    expect(await tab.all('param-compilers').innerText()).toContain('tcc');
    await tab.click('params-review');
    await tab.click('params-save');
    await isDetached('paramsEditor');
    await tab.see('gcc, g++, cc, tcc');
    expect((await rule()).params).toMatchObject({
      detection: 'published',
      compilers: ['gcc', 'g++', 'cc', 'tcc'],
    });

    await tab.click('params-edit');
    await tab.click('params-defaults');
    await tab.click('params-review');
    await tab.click('params-save');
    await isDetached('paramsEditor');
    expect((await rule()).params.detection).toBe('lineage');
  });

  test('what somebody else has saved meanwhile is not overwritten', async () => {
    await openPage('/overview?edit=params');
    await tab.all('param-maxSignals').fill('50');
    const { revision, params } = await rule();
    await host.call('PUT', '/rule/params', { revision, params: { ...params, maxSignals: 70 } });
    await tab.click('params-review');
    await tab.click('params-save');
    await tab.find('params-failure');
    await isSound();
    await tab.click('params-reload');
    expect(await tab.all('param-maxSignals').inputValue()).toBe('70');
    expect((await rule()).params.maxSignals).toBe(70);
  });
});

describe('each state of the page', () => {
  beforeEach(installed);

  test('loading', async () => {
    await openPage('/setup');
    await tab.find('setup');
    await tab.page.route(ROUTES.rule, () => undefined);
    await tab.click('tab-overview');
    await tab.see('Loading the rule');
    await isSound();
    await tab.page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test('failed, with what and why and a way to try again', async () => {
    await openPage('/setup');
    await tab.find('setup');
    await refuse(tab, ROUTES.rule, 'failed');
    await tab.click('tab-overview');
    await tab.find('failed');
    await tab.see('Reading the rule failed: Elasticsearch is overloaded.');
    await tab.see('Try again in a moment.');
    await isSound();
    await tab.screenshot('overview_failed');
    await tab.page.unroute(ROUTES.rule);
    await tab.click('retry');
    await tab.find('ruleStatus');
  });

  test('not allowed, which says whom to ask', async () => {
    await openPage('/setup');
    await tab.find('setup');
    await refuse(tab, ROUTES.all, 'forbidden');
    await tab.click('tab-overview');
    await tab.find('notAllowed');
    await tab.see('You are not allowed to see this.');
    await tab.see('Ask an administrator for the Kibana privilege "Recently Compiled"');
    await isSound();
    await tab.screenshot('overview_notAllowed');
    await tab.page.unroute(ROUTES.all);
  });

  test('each part that fails or is refused says so for itself', async () => {
    await openPage('/setup');
    await refuse(tab, ROUTES.overTime, 'missing privilege');
    await refuse(tab, ROUTES.readiness, 'failed');
    await refuse(tab, ROUTES.exclusions, 'forbidden');
    await tab.page.goto(`${host.url}/app/recentlyCompiled/overview`);
    await tab.find('ruleStatus');
    await tab.find('alertsOverTime-failed');
    await tab.see('The setup could not be checked');
    await tab.see('Exclusions could not be read');
    await isSound();
    await tab.screenshot('overview_parts_failed');
    await tab.page.unrouteAll();
    await tab.click('alertsOverTime-retry');
    await tab.click('mend-unknown-checks');
    await tab.click('mend-unknown-exclusions');
    await isDetached('alertsOverTime-failed');
    await isDetached('mend-unknown-checks');
    await isDetached('mend-unknown-exclusions');
  });

  test('a change that fails says why, and changes nothing', async () => {
    await openPage('/overview');
    await tab.find('ruleStatus');
    await refuse(tab, ROUTES.disable, 'forbidden');
    await tab.click('rule-disable');
    await tab.find('failedChange');
    await isSound();
    expect((await rule()).enabled).toBe(true);
  });
});

describe('uninstalling', () => {
  beforeEach(installed);

  test('says what stays, and leaves the alerts; installing again doubles none', async () => {
    await openPage('/overview');
    await tab.click('rule-uninstall');
    await tab.find('confirmUninstall');
    await tab.see('The parameters of the rule and the history of its runs are lost.');
    await tab.see('All alerts stay with their status, and so do the exclusions.');
    await isSound();
    await tab.screenshot('overview_uninstall');
    await tab.page.getByText('Keep it').click();
    await isDetached('confirmUninstall');
    expect(await rule()).not.toBeNull();

    await tab.click('rule-uninstall');
    await tab.click('confirmModalConfirmButton');
    await tab.find('notInstalled');
    expect(await rule()).toBeNull();
    await tab.see('8 alerts are open');
    await tab.click('rule-install');
    await tab.see('8 already there');
    expect((await host.call('GET', '/alerts')).body.total).toBe(8);
  });
});
