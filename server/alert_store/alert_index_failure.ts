// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { Failure } from '../failure';

/** The alert index is not like the indices of events: Security makes it, and Kibana's own user writes it. */
export const alertIndexFailure = (failure: Failure, alias: string): Failure => {
  switch (failure.kind) {
    case 'missing_index':
      return missingAlertIndex(
        alias,
        i18n.translate('recentlyCompiled.run.alertIndexMissing', {
          defaultMessage: 'it does not exist',
        }),
        failure,
      );
    case 'missing_privilege':
      return new Failure(
        'missing_privilege',
        {
          message: i18n.translate('recentlyCompiled.run.kibanaUser', {
            defaultMessage: '{message}, which is the user that Kibana itself has',
            values: { message: failure.message },
          }),
          remedy: i18n.translate('recentlyCompiled.run.kibanaUserRemedy', {
            defaultMessage:
              'Check that Kibana runs as kibana_system or with a service token, which may write [{alias}]',
            values: { alias },
          }),
        },
        failure,
      );
    default:
      return failure;
  }
};

export const missingAlertIndex = (alias: string, why: string, cause?: unknown): Failure =>
  new Failure(
    'missing_index',
    {
      message: i18n.translate('recentlyCompiled.run.noAlertIndex', {
        defaultMessage: 'Alerts can not be written to [{alias}], {why}',
        values: { alias, why },
      }),
      remedy: i18n.translate('recentlyCompiled.run.noAlertIndexRemedy', {
        defaultMessage:
          'Kibana makes it when it starts, and in a further space with the first run: check its log for why that failed, then restart it, or open the alerts page of Security in this space once',
      }),
    },
    cause,
  );
