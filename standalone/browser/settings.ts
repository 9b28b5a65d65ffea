// SPDX-License-Identifier: Apache-2.0
import type { CoreStart } from '../../public/kibana_contracts';
import type { Locale } from '../kbn_i18n/languages';

const FORMATS: Readonly<Record<Locale, string>> = {
  // Kibana's default.
  en: 'MMM D, YYYY @ HH:mm:ss.SSS',
  // Without the name of a month, which would be in English.
  'zh-CN': 'YYYY-MM-DD HH:mm:ss.SSS',
};

/** Kibana's `core.uiSettings`, with its defaults. */
export const settingsOf = (locale: Locale): CoreStart['uiSettings'] => {
  const settings: Readonly<Record<string, unknown>> = {
    'dateFormat:tz': 'Browser',
    dateFormat: FORMATS[locale],
  };
  return { get: (key) => settings[key] };
};
