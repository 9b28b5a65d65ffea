// SPDX-License-Identifier: Apache-2.0
// A process of its own that loads the browser side of an unpacked plugin as a page of Kibana does.
// Arguments: the plugin's folder; the scenario as JSON. Prints the transcript as JSON.
import { page } from './become_page';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import * as ReactQuery from '@tanstack/react-query';
import { createMemoryHistory } from 'history';
import moment from 'moment-timezone';
import React from 'react';
import ReactDOM from 'react-dom';
import * as ReactRouterDom from 'react-router-dom';
import { BehaviorSubject } from 'rxjs';
import facts from '../../packaging/kibana_facts/8.12.2.json';
import * as KbnI18n from '../../standalone/kbn_i18n';
import { KbnBundles, sharedDeps } from '../doubles/kibana_browser/page_scripts';
import { publicPath } from '../doubles/kibana_browser/public_path';
import { plainEui } from '../doubles/kibana_browser/plain_eui';
import type { Scenario, Transcript } from './scenario';

const ID = 'recentlyCompiled';
const [folder = '', scenarioJson = ''] = process.argv.slice(2);
const scenario = JSON.parse(scenarioJson) as Scenario;
const bundlesFolder = path.join(folder, 'target/public');
// Browsers are told by the page that chunks are ES modules, Node is told so by this file.
writeFileSync(path.join(bundlesFolder, 'package.json'), '{ "type": "module" }');

const kbnBundles = new KbnBundles();
Object.assign(globalThis, {
  __kbnBundles__: kbnBundles,
  __kbnPublicPath__: { [ID]: publicPath(bundlesFolder) },
  __kbnSharedDeps__: sharedDeps(facts.sharedModules, {
    react: React,
    'react-dom': ReactDOM,
    'react-router-dom': ReactRouterDom,
    // Elements without looks have no styles.
    '@emotion/cache': { default: () => ({}) },
    '@kbn/i18n': KbnI18n,
    moment,
    'moment-timezone': moment,
    '@tanstack/react-query': ReactQuery,
    '@elastic/charts': plainEui(facts.sharedModules['@elastic/charts'].exports),
    '@elastic/eui/dist/eui_charts_theme': plainEui(
      facts.sharedModules['@elastic/eui/dist/eui_charts_theme'].exports,
    ),
    '@elastic/eui': plainEui(facts.sharedModules['@elastic/eui'].exports),
  }),
});

function kibanaHttp(requests: string[]) {
  const waiting = structuredClone(scenario.answers);
  const answer = async (method: string, route: string) => {
    const request = `${method} ${route}`;
    requests.push(request);
    const [next, ...rest] = waiting[request] ?? [];
    if (rest.length > 0) {
      waiting[request] = rest;
    }
    if (!next) {
      throw new TypeError('Failed to fetch');
    }
    const { status, body } = next;
    if (status >= 300) {
      throw Object.assign(new Error(`status ${status}`), { response: { status }, body });
    }
    return body;
  };
  return {
    get: (route: string) => answer('GET', route),
    post: (route: string) => answer('POST', route),
    put: (route: string) => answer('PUT', route),
    delete: (route: string) => answer('DELETE', route),
    basePath: { prepend: (route: string) => route },
  };
}

/** Requests are answered at once here; what they set off is drawn within a few turns of the loop. */
async function settle() {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
  }
}

interface RegisteredApp {
  mount(params: unknown): Promise<() => void>;
}

interface BrowserPlugin {
  setup(core: unknown, plugins: unknown): void;
  start(): void;
  stop(): void;
}

async function run(): Promise<Transcript> {
  const requests: string[] = [];
  const registered: Record<string, unknown> = {};
  let trail: string[] = [];
  let title: string[] = [];
  const core = {
    application: {
      capabilities: { recentlyCompiled: { show: scenario.mayShow, save: scenario.maySave } },
    },
    chrome: {
      setBreadcrumbs: (crumbs: { text: string }[]) => (trail = crumbs.map(({ text }) => text)),
      docTitle: { change: (parts: string[]) => (title = parts) },
    },
    http: kibanaHttp(requests),
    i18n: { Context: React.Fragment },
    theme: { theme$: new BehaviorSubject({ darkMode: true }) },
    uiSettings: { get: (key: string) => ({ 'dateFormat:tz': 'UTC' })[key] },
  };

  const { plugin } = kbnBundles.get(`plugin/${ID}/public`) as {
    plugin: (context: unknown) => BrowserPlugin;
  };
  const instance = plugin({ env: { packageInfo: { version: scenario.kibanaVersion } } });
  instance.setup(
    {
      application: { register: (app: unknown) => (registered['app'] = app) },
      getStartServices: async () => [core, {}, undefined],
    },
    {
      alerting: {
        registerNavigation: (consumer: string, ruleType: string, pathOf: () => string) =>
          (registered['navigation'] = { consumer, ruleType, path: pathOf() }),
      },
      triggersActionsUi: {
        ruleTypeRegistry: { register: (type: unknown) => (registered['ruleType'] = type) },
      },
    },
  );
  instance.start();

  const element = page.createElement('div');
  page.body.appendChild(element);
  const history = createMemoryHistory();
  const unmount = await (registered['app'] as RegisteredApp).mount({ element, history });
  const pages = [element.textContent];
  await settle();
  pages.push(element.textContent);
  for (const step of scenario.steps) {
    if ('go' in step) {
      history.push(step.go);
    } else {
      const target = element.find('data-test-subj', step.click);
      if (!target || target.isDisabled()) {
        throw new Error(`There is no ${step.click} to click in: ${element.textContent}`);
      }
      target.click();
    }
    await settle();
    pages.push(element.textContent);
  }
  unmount();
  instance.stop();
  return {
    registered,
    requests,
    pages,
    address: history.location.pathname,
    trail,
    title,
    afterwards: element.textContent,
  };
}

new vm.Script(readFileSync(path.join(bundlesFolder, `${ID}.plugin.js`), 'utf8'), {
  importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
}).runInThisContext();
void run().then((transcript) => {
  process.stdout.write(JSON.stringify(transcript));
  // React's scheduler would keep the process waiting.
  process.exit(0);
});
