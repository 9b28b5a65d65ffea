// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import ReactDOM from 'react-dom';
import { EuiPageTemplate } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Redirect, Route, Router, Switch, useLocation } from 'react-router-dom';
import { AlertPage } from './alerts/alert_page';
import { AlertsPage } from './alerts/alerts_page';
import { useAppLink } from './alerts/app_link';
import { maySave, mayShow } from './capabilities';
import { ExclusionsPage } from './exclusions/exclusions_page';
import type { AppMountParameters, ChromeStart, CoreStart } from './kibana_contracts';
import { KibanaEuiProvider } from './kibana_eui_provider';
import type { SecurityOfKibana } from './install/use_install';
import { APP_TITLE, PAGE_PATHS } from './names';
import { OverviewPage } from './overview/overview_page';
import { notAllowed } from './problem';
import { NotAllowedPrompt } from './problem_prompt';
import { serverApi, type ServerApi } from './server_api';
import { SetupPage } from './setup/setup_page';
import { ErrorBoundary } from './shell/error_boundary';
import { PageChrome } from './shell/page_chrome';
import { tellTimesAs, timeSettingsOf } from './time_in_words';

/** Shows the app in the element that Kibana gives it. @returns what takes it away again */
export function mountApp(
  core: CoreStart,
  { element, history }: AppMountParameters,
  version: string,
): () => void {
  tellTimesAs(timeSettingsOf(core.uiSettings));
  // A failure is shown at once, with a button to try again. A browser that believes to be offline
  // may still reach its Kibana.
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  const { Context: EuiTexts } = core.i18n;
  ReactDOM.render(
    <EuiTexts>
      <KibanaEuiProvider theme$={core.theme.theme$}>
        <QueryClientProvider client={queryClient}>
          <Router history={history}>
            {mayShow(core.application.capabilities) ? (
              <Pages
                api={serverApi(core.http)}
                chrome={core.chrome}
                maySave={maySave(core.application.capabilities)}
                kibana={{
                  http: core.http,
                  version,
                  capabilities: core.application.capabilities,
                  addressOf: (path) => core.http.basePath.prepend(path),
                }}
              />
            ) : (
              <NoPages chrome={core.chrome} />
            )}
          </Router>
        </QueryClientProvider>
      </KibanaEuiProvider>
    </EuiTexts>,
    element,
  );
  return () => {
    ReactDOM.unmountComponentAtNode(element);
    queryClient.clear();
  };
}

/** Like the pages of Kibana's own apps: its body leaves the room for its headers, so that EUI must not do it again. */
const LAYOUT = { restrictWidth: false, offset: 0, minHeight: 0 } as const;

/** For those who lack the privilege to see the app. */
function NoPages({ chrome }: { chrome: ChromeStart }) {
  return (
    <PageChrome chrome={chrome} page={undefined}>
      <EuiPageTemplate {...LAYOUT}>
        <EuiPageTemplate.Header pageTitle={APP_TITLE} />
        <EuiPageTemplate.Section>
          <NotAllowedPrompt problem={notAllowed()} />
        </EuiPageTemplate.Section>
      </EuiPageTemplate>
    </PageChrome>
  );
}

function Pages({
  api,
  chrome,
  maySave,
  kibana,
}: {
  api: ServerApi;
  chrome: ChromeStart;
  maySave: boolean;
  kibana: SecurityOfKibana;
}) {
  const linkTo = useAppLink();
  const { pathname } = useLocation();
  const pages = [
    {
      title: i18n.translate('recentlyCompiled.overview.title', { defaultMessage: 'Overview' }),
      path: PAGE_PATHS.overview,
    },
    {
      title: i18n.translate('recentlyCompiled.alerts.title', { defaultMessage: 'Alerts' }),
      path: PAGE_PATHS.alerts,
    },
    {
      title: i18n.translate('recentlyCompiled.exclusions.title', { defaultMessage: 'Exclusions' }),
      path: PAGE_PATHS.exclusions,
    },
    {
      title: i18n.translate('recentlyCompiled.setup.title', { defaultMessage: 'Setup' }),
      path: PAGE_PATHS.setup,
    },
  ];
  const open = pages.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return (
    <PageChrome chrome={chrome} page={open}>
      <EuiPageTemplate {...LAYOUT}>
        <EuiPageTemplate.Header
          pageTitle={APP_TITLE}
          tabs={pages.map((page) => ({
            label: page.title,
            isSelected: page === open,
            'data-test-subj': `tab-${page.path.slice(1)}`,
            ...linkTo(page.path),
          }))}
        />
        <EuiPageTemplate.Section>
          <ErrorBoundary page={pathname}>
            <Switch>
              <Route path={PAGE_PATHS.overview}>
                <OverviewPage api={api} maySave={maySave} kibana={kibana} />
              </Route>
              <Route path={`${PAGE_PATHS.alerts}/:id`}>
                <AlertPage api={api} kibana={kibana} />
              </Route>
              <Route path={PAGE_PATHS.alerts}>
                <AlertsPage api={api} />
              </Route>
              <Route path={`${PAGE_PATHS.exclusions}/:id?`}>
                <ExclusionsPage api={api} maySave={maySave} />
              </Route>
              <Route path={PAGE_PATHS.setup}>
                <SetupPage api={api} kibana={kibana} />
              </Route>
              {/* Where the pages were in earlier versions. */}
              <Redirect from="/readiness" to={PAGE_PATHS.setup} />
              <Redirect from="/rule" to={PAGE_PATHS.overview} />
              <Redirect to={PAGE_PATHS.overview} />
            </Switch>
          </ErrorBoundary>
        </EuiPageTemplate.Section>
      </EuiPageTemplate>
    </PageChrome>
  );
}
