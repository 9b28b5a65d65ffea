// SPDX-License-Identifier: Apache-2.0
// The scripts of a page of Kibana: what it shares with plugins, the plugin's entry, then setup, start and the app.
import * as ElasticCharts from '@elastic/charts';
import * as ElasticEui from '@elastic/eui';
import * as ElasticEuiChartsTheme from '@elastic/eui/dist/eui_charts_theme';
import * as EmotionCache from '@emotion/cache';
import * as EmotionReact from '@emotion/react';
import * as ReactQuery from '@tanstack/react-query';
import * as History from 'history';
import moment from 'moment-timezone';
import React from 'react';
import ReactDOM from 'react-dom';
import * as ReactRouterDom from 'react-router-dom';
import * as Rxjs from 'rxjs';
import * as KbnI18n from '../../../standalone/kbn_i18n';
import { KbnBundles, sharedDeps } from '../../doubles/kibana_browser/page_scripts';
import { scopedHistory } from '../../doubles/kibana_browser/scoped_history';
import { kibanaHttp } from './http';
import type { RuleTypeModel } from '../../../public/kibana_contracts';
import { BASE_PATH, INJECTED, PLUGIN_ID, RULE_FORM_PATH, type Injected } from './injected';
import { RuleFormFlyout } from './rule_form';

const { EuiHeader, EuiHeaderBreadcrumbs, EuiHeaderLogo, EuiHeaderSection, EuiProvider } =
  ElasticEui;

interface RegisteredApp {
  mount(params: unknown): Promise<() => void>;
}

interface BrowserPlugin {
  setup(core: unknown, plugins: unknown): void;
  start(core: unknown, plugins: unknown): void;
}

const injected = JSON.parse(
  document.querySelector(INJECTED)?.getAttribute('data') ?? '',
) as Injected;

/** As Kibana's bootstrap script does it. */
function load(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.async = false;
    script.src = url;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${url} could not be loaded`)));
    document.head.appendChild(script);
  });
}

/** Defaults of Kibana. */
const SETTINGS: Readonly<Record<string, unknown>> = {
  'dateFormat:tz': 'Browser',
  dateFormat: 'MMM D, YYYY @ HH:mm:ss.SSS',
};

/** Where Kibana wants which styles. @param key as its template of the page names the place */
const stylesAt = (key: string, name = key) =>
  EmotionCache.default({
    key,
    stylisPlugins: [ElasticEui.euiStylisPrefixer],
    container: document.querySelector(`meta[name="${name}"]`)!,
  });

const KIBANA_STYLES = {
  default: stylesAt('css', 'emotion'),
  global: stylesAt('eui-global'),
  utility: stylesAt('eui-utilities'),
};

function Chrome({ trail }: { trail: readonly ElasticEui.EuiBreadcrumb[] }) {
  return (
    <EuiProvider cache={KIBANA_STYLES} colorMode={injected.darkMode ? 'dark' : 'light'}>
      <EuiHeader theme="dark" position="fixed">
        <EuiHeaderSection>
          <EuiHeaderLogo iconType="logoElastic">Elastic</EuiHeaderLogo>
        </EuiHeaderSection>
        <EuiHeaderSection grow>
          <EuiHeaderBreadcrumbs breadcrumbs={[...trail]} />
        </EuiHeaderSection>
      </EuiHeader>
    </EuiProvider>
  );
}

async function run(): Promise<void> {
  // As Kibana does where the setting for it is that of the browser.
  moment.tz.setDefault(moment.tz.guess());
  const bundles = new KbnBundles();
  Object.assign(window, {
    __kbnBundles__: bundles,
    __kbnPublicPath__: { [PLUGIN_ID]: injected.publicPath },
    __kbnThemeTag__: injected.darkMode ? 'v8dark' : 'v8light',
    __kbnSharedDeps__: sharedDeps(injected.sharedModules, {
      '@elastic/charts': ElasticCharts,
      '@elastic/eui': ElasticEui,
      '@elastic/eui/dist/eui_charts_theme': ElasticEuiChartsTheme,
      '@emotion/cache': EmotionCache,
      '@emotion/react': EmotionReact,
      '@kbn/i18n': KbnI18n,
      '@tanstack/react-query': ReactQuery,
      history: History,
      moment,
      'moment-timezone': moment,
      react: React,
      'react-dom': ReactDOM,
      'react-router-dom': ReactRouterDom,
      rxjs: Rxjs,
    }),
  });
  await load(`${injected.publicPath}${PLUGIN_ID}.plugin.js`);

  const { plugin } = bundles.get(`plugin/${PLUGIN_ID}/public`) as {
    plugin: (context: unknown) => BrowserPlugin;
  };
  const chrome = document.createElement('div');
  const element = document.createElement('div');
  const showTrail = (trail: readonly ElasticEui.EuiBreadcrumb[]): void => {
    ReactDOM.render(<Chrome trail={trail} />, chrome);
  };
  const apps: RegisteredApp[] = [];
  const core = {
    application: {
      capabilities: injected.capabilities,
      register: (app: RegisteredApp) => apps.push(app),
    },
    chrome: {
      setBreadcrumbs: showTrail,
      docTitle: {
        change: (parts: string[]) => {
          document.title = [...parts, 'Elastic'].join(' - ');
        },
      },
    },
    http: kibanaHttp(injected.userName),
    i18n: { Context: React.Fragment },
    theme: { theme$: new Rxjs.BehaviorSubject({ darkMode: injected.darkMode }) },
    uiSettings: { get: (key: string) => SETTINGS[key] },
    getStartServices: async () => [core, {}, undefined],
  };
  const instance = plugin({ env: { packageInfo: { version: injected.kibanaVersion } } });
  const ruleTypes: RuleTypeModel[] = [];
  instance.setup(core, {
    triggersActionsUi: {
      ruleTypeRegistry: { register: (type: RuleTypeModel) => ruleTypes.push(type) },
    },
  });
  instance.start(core, {});

  element.className = 'kbnAppWrapper';
  document.body.append(chrome, element);
  showTrail([]);
  const [ruleType] = ruleTypes;
  if (ruleType && location.pathname === RULE_FORM_PATH) {
    const query = new URLSearchParams(location.search);
    ReactDOM.render(
      <RuleFormFlyout
        ruleType={ruleType}
        initial={JSON.parse(query.get('params') ?? '{}')}
        initialInterval={query.get('interval') ?? '1m'}
        darkMode={injected.darkMode}
        styles={KIBANA_STYLES.default}
      />,
      element,
    );
    return;
  }
  await apps[0]?.mount({
    element,
    history: scopedHistory(History.createBrowserHistory(), BASE_PATH),
    appBasePath: BASE_PATH,
  });
}

void run();
