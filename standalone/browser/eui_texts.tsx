// SPDX-License-Identifier: Apache-2.0
import React, { type ReactElement } from 'react';
import { EuiContext } from '@elastic/eui';
import type { CoreStart } from '../../public/kibana_contracts';
import type { PageLanguage } from './language';

/** Kibana's `core.i18n`: EUI says what it has to say of its own in the language of the page. */
export const euiTextsIn = ({ locale, euiTexts }: PageLanguage): CoreStart['i18n'] => ({
  Context: function EuiTexts({ children }: { children: ReactElement }) {
    return <EuiContext i18n={{ locale, mapping: { ...euiTexts } }}>{children}</EuiContext>;
  },
});
