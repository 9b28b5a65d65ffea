// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { ClientError } from './client_error';

/** What was being done when Elasticsearch failed. */
export interface Undertaking {
  /** As in "… failed": `The search for sequences`. */
  readonly task: string;
  /** Patterns or names of the indices concerned. */
  readonly indices: readonly string[];
}

/** In Elasticsearch's own words, with the status of its answer. */
export const reasonOf = ({ status, type, reasons, message }: ClientError): string => {
  const what = reasons.join('; ') || type || message;
  return status === undefined
    ? what
    : i18n.translate('recentlyCompiled.elasticsearch.answered', {
        defaultMessage: 'Elasticsearch answered {status}, {what}',
        values: { status: String(status), what },
      });
};
