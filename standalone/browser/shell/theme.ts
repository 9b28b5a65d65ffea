// SPDX-License-Identifier: Apache-2.0
import { Observable, combineLatest, map } from 'rxjs';
import type { Theme } from '../../../public/kibana_contracts';
import type { ThemeChoice } from './preferences';

/** Whether the system is dark, from now on. */
const systemIsDark = (media: MediaQueryList): Observable<boolean> =>
  new Observable((subscriber) => {
    const tell = (): void => subscriber.next(media.matches);
    tell();
    media.addEventListener('change', tell);
    return () => media.removeEventListener('change', tell);
  });

/** Dark or light, as chosen or as the system has it. */
export const themeOf = (
  choice$: Observable<ThemeChoice>,
  media: MediaQueryList,
): Observable<Theme> =>
  combineLatest([choice$, systemIsDark(media)]).pipe(
    map(([choice, isDark]) => ({ darkMode: choice === 'system' ? isDark : choice === 'dark' })),
  );
