// SPDX-License-Identifier: Apache-2.0
import { createBrowserHistory } from 'history';
import React from 'react';
import ReactDOM from 'react-dom';
import { EuiProvider } from '@elastic/eui';
import { focusManager } from '@tanstack/react-query';
import { BehaviorSubject } from 'rxjs';
import { plugin } from '../../public';
import { tellNowBy } from '../../public/clock';
import type { App, CoreStart } from '../../public/kibana_contracts';
import { tellTimesAs, timeSettingsOf } from '../../public/time_in_words';
import { speak } from '../kbn_i18n/language';
import { euiTextsIn } from './eui_texts';
import { hostHttp } from './http';
import { haveIconsAtHand } from './icons';
import { loadLanguage } from './language';
import { settingsOf } from './settings';
import { pageChrome } from './shell/chrome';
import { HostShell } from './shell/host_shell';
import { hostNow } from './shell/host_clock';
import { watchStatus } from './shell/host_status';
import { preferences } from './shell/preferences';
import { fileSender } from './shell/send_file';
import { themeOf } from './shell/theme';
import { Uploads } from './shell/uploads';
import './main.css';

/** The version whose contracts this page keeps. */
const KIBANA_VERSION = '8.12.2';
const APP_BASE = '/app/recentlyCompiled';

const start = async (shellElement: HTMLElement, appElement: HTMLElement): Promise<void> => {
  haveIconsAtHand();
  const chosen = preferences(() => window.localStorage, window.navigator.languages);
  const locale = chosen.locale();
  const language = await loadLanguage(locale);
  speak(() => language);
  document.documentElement.lang = locale;

  const styles = document.createElement('link');
  styles.rel = 'stylesheet';
  document.head.prepend(styles);
  const chrome = pageChrome(document);
  const choice$ = new BehaviorSubject(chosen.theme());
  const theme$ = themeOf(choice$, window.matchMedia('(prefers-color-scheme: dark)'));
  const core: CoreStart = {
    // No other app of Kibana is here.
    application: { capabilities: { recentlyCompiled: { show: true, save: true } } },
    chrome,
    http: hostHttp(window.fetch.bind(window), locale),
    i18n: euiTextsIn(language),
    theme: { theme$ },
    uiSettings: settingsOf(locale),
  };
  const { Context: EuiTexts } = core.i18n;
  tellTimesAs(timeSettingsOf(core.uiSettings));
  // As if the viewer came back to the page: what it shows is asked for again, nothing else is lost.
  const { status$, look } = watchStatus(core.http, () => focusManager.onFocus());
  tellNowBy(() => hostNow(status$.value, Date.now));
  const uploads = new Uploads(fileSender(locale), () => void look());

  theme$.subscribe(({ darkMode }) => {
    styles.href = `/assets/eui_theme_${darkMode ? 'dark' : 'light'}.css`;
    ReactDOM.render(
      // Kibana's page brings EUI's global styles; here this root does.
      <EuiProvider colorMode={darkMode ? 'dark' : 'light'}>
        <EuiTexts>
          <HostShell
            trail$={chrome.trail$}
            status$={status$}
            theme$={choice$}
            uploads={uploads}
            locale={locale}
            onLocale={(next) => {
              chosen.chooseLocale(next);
              // The language is set when the app starts, as in Kibana.
              window.location.reload();
            }}
            onTheme={(next) => {
              chosen.chooseTheme(next);
              choice$.next(next);
            }}
            home={APP_BASE}
          />
        </EuiTexts>
      </EuiProvider>,
      shellElement,
    );
  });
  // What pages ask for first depends on what now is.
  await look();
  const apps: App[] = [];
  plugin({ env: { packageInfo: { version: KIBANA_VERSION } } }).setup(
    {
      application: { register: (app) => apps.push(app) },
      getStartServices: () => Promise.resolve([core]),
    },
    {},
  );
  await apps[0]?.mount({
    element: appElement,
    history: createBrowserHistory({ basename: APP_BASE }),
  });
};

const [shellElement, appElement] = ['host-shell', 'recently-compiled'].map((id) =>
  document.getElementById(id),
);
if (shellElement && appElement) {
  void start(shellElement, appElement);
}
