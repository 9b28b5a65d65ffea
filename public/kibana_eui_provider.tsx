// SPDX-License-Identifier: Apache-2.0
import React, { useEffect, useState, type ReactNode } from 'react';
import { EuiProvider } from '@elastic/eui';
import type { Observable } from 'rxjs';
import { emotionStyles } from './emotion_styles';
import type { Theme } from './kibana_contracts';

/** EUI's own grey has a contrast of 4.49 on its dark ground, just short of the 4.5 that can be read well. */
const READABLE = { colors: { LIGHT: {}, DARK: { subduedText: '#8d919b' } } };

/**
 * EUI in the colours that the viewer chose. Every React root of a Kibana app needs a provider of its own;
 * global styles are left out because Kibana's page has them.
 */
export function KibanaEuiProvider({
  theme$,
  children,
}: {
  theme$: Observable<Theme>;
  children: ReactNode;
}) {
  const [theme, setTheme] = useState<Theme>({ darkMode: false });
  useEffect(() => {
    const subscription = theme$.subscribe(setTheme);
    return () => subscription.unsubscribe();
  }, [theme$]);
  return (
    <EuiProvider
      cache={emotionStyles()}
      colorMode={theme.darkMode ? 'dark' : 'light'}
      modify={READABLE}
      globalStyles={false}
      utilityClasses={false}
    >
      {children}
    </EuiProvider>
  );
}
