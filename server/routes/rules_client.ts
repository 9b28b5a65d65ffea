// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { Failure } from '../failure';
import type { AlertingStart, KibanaRequest, RulesClient } from '../kibana_contracts';

/**
 * The rules of the alerting framework, with the rights of whoever sent the request. A Kibana that was installed
 * without a key to encrypt with has none (its sources, `getRulesClientWithRequest`); that failure tells the remedy.
 */
export const rulesClient = async (
  alerting: AlertingStart,
  request: KibanaRequest,
): Promise<RulesClient> => {
  try {
    return await alerting.getRulesClientWithRequest(request);
  } catch (error) {
    throw error instanceof Error && error.message.includes('encryption key') ? noKey() : error;
  }
};

const noKey = (): Failure =>
  new Failure('unexpected', {
    message: i18n.translate('recentlyCompiled.failure.noEncryptionKey', {
      defaultMessage:
        'Kibana has no key to encrypt the API keys of rules with, so that no rule can be made or run',
    }),
    remedy: i18n.translate('recentlyCompiled.failure.noEncryptionKeyRemedy', {
      defaultMessage:
        'Set xpack.encryptedSavedObjects.encryptionKey in kibana.yml, as bin/kibana-encryption-keys generate prints it, and restart Kibana',
    }),
  });
