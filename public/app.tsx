// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import ReactDOM from 'react-dom';
import { EuiPageTemplate } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Redirect, Route, Router, Switch, useHistory, useLocation } from 'react-router-dom';
import { AlertPage } from './alerts/alert_page';
import { AlertsPage } from './alerts/alerts_page';
import { maySave } from './capabilities';
import { ExclusionsPage } from './exclusions/exclusions_page';
import type { AppMountParameters, CoreStart } from './kibana_contracts';
import { KibanaEuiProvider } from './kibana_eui_provider';
import type { SecurityOfKibana } from './install/use_install';
import { APP_TITLE, PAGE_PATHS } from './names';
import { OverviewPage } from './overview/overview_page';
import { ReadinessPage } from './readiness/readiness_page';
import { serverApi, type ServerApi } from './server_api';

/** Shows the app in the element that Kibana gives it. @returns what takes it away again */
export function mountApp(core: CoreStart, { element, history }: AppMountParameters): () => void {
  // A failure is shown at once, with a button to try again. A browser that believes to be offline
  // may still reach its Kibana.
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  ReactDOM.render(
    <KibanaEuiProvider theme$={core.theme.theme$}>
      <QueryClientProvider client={queryClient}>
        <Router history={history}>
          <Pages
            api={serverApi(core.http)}
            maySave={maySave(core.application.capabilities)}
            kibana={{
              http: core.http,
              capabilities: core.application.capabilities,
              addressOf: (path) => core.http.basePath.prepend(path),
            }}
          />
        </Router>
      </QueryClientProvider>
    </KibanaEuiProvider>,
    element,
  );
  return () => {
    ReactDOM.unmountComponentAtNode(element);
    queryClient.clear();
  };
}

function Pages({
  api,
  maySave,
  kibana,
}: {
  api: ServerApi;
  maySave: boolean;
  kibana: SecurityOfKibana;
}) {
  const history = useHistory();
  const { pathname } = useLocation();
  const tab = (label: string, path: string) => ({
    label,
    isSelected: pathname === path || pathname.startsWith(`${path}/`),
    onClick: () => history.push(path),
  });
  return (
    <EuiPageTemplate>
      <EuiPageTemplate.Header
        pageTitle={APP_TITLE}
        tabs={[
          tab(
            i18n.translate('recentlyCompiled.overview.title', { defaultMessage: 'Overview' }),
            PAGE_PATHS.overview,
          ),
          tab(
            i18n.translate('recentlyCompiled.alerts.title', { defaultMessage: 'Alerts' }),
            PAGE_PATHS.alerts,
          ),
          tab(
            i18n.translate('recentlyCompiled.exclusions.title', { defaultMessage: 'Exclusions' }),
            PAGE_PATHS.exclusions,
          ),
          tab('Readiness', PAGE_PATHS.readiness),
        ]}
      />
      <EuiPageTemplate.Section>
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
          <Route path={PAGE_PATHS.readiness}>
            <ReadinessPage api={api} />
          </Route>
          <Redirect to={PAGE_PATHS.overview} />
        </Switch>
      </EuiPageTemplate.Section>
    </EuiPageTemplate>
  );
}
