// SPDX-License-Identifier: Apache-2.0
import { Observable } from 'rxjs';
import type { Theme } from '../../public/kibana_contracts';

/** The viewer's choice of dark or light, from now on. */
export const systemTheme = (media: MediaQueryList): Observable<Theme> =>
  new Observable((subscriber) => {
    const tell = (): void => subscriber.next({ darkMode: media.matches });
    tell();
    media.addEventListener('change', tell);
    return () => media.removeEventListener('change', tell);
  });
