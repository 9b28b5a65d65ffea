// SPDX-License-Identifier: Apache-2.0
import { createBrowserHistory } from 'history';
import React from 'react';
import ReactDOM from 'react-dom';
import { EuiProvider } from '@elastic/eui';
import { plugin } from '../../public';
import type { App, CoreStart, Theme } from '../../public/kibana_contracts';
import { hostHttp } from './http';
import { systemTheme } from './theme';

/** The version whose contracts this page keeps. */
const KIBANA_VERSION = '8.12.2';
const APP_BASE = '/app/recentlyCompiled';

/** Kibana's page brings EUI's global styles; here a root of their own does. */
const showGlobalStyles = ({ darkMode }: Theme, root: HTMLElement): void => {
  ReactDOM.render(<EuiProvider colorMode={darkMode ? 'dark' : 'light'} />, root);
};

const start = async (element: HTMLElement): Promise<void> => {
  const theme$ = systemTheme(window.matchMedia('(prefers-color-scheme: dark)'));
  const core: CoreStart = {
    application: { capabilities: { recentlyCompiled: { show: true, save: true } } },
    http: hostHttp(window.fetch.bind(window)),
    theme: { theme$ },
  };
  const styles = document.body.appendChild(document.createElement('div'));
  theme$.subscribe((theme) => showGlobalStyles(theme, styles));
  const apps: App[] = [];
  plugin({ env: { packageInfo: { version: KIBANA_VERSION } } }).setup(
    {
      application: { register: (app) => apps.push(app) },
      getStartServices: () => Promise.resolve([core]),
    },
    {},
  );
  await apps[0]?.mount({ element, history: createBrowserHistory({ basename: APP_BASE }) });
};

const element = document.getElementById('recently-compiled');
if (element) {
  void start(element);
}
