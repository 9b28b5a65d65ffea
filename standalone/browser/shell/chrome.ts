// SPDX-License-Identifier: Apache-2.0
import { BehaviorSubject } from 'rxjs';
import type { ChromeBreadcrumb, ChromeStart } from '../../../public/kibana_contracts';

/** Kibana's `core.chrome` over the title of the document, and breadcrumbs for a header to show. */
export const pageChrome = (
  document: Pick<Document, 'title'>,
): ChromeStart & { readonly trail$: BehaviorSubject<readonly ChromeBreadcrumb[]> } => {
  const trail$ = new BehaviorSubject<readonly ChromeBreadcrumb[]>([]);
  return {
    trail$,
    setBreadcrumbs: (trail) => trail$.next(trail),
    docTitle: {
      change: (title) => {
        document.title = title.join(' - ');
      },
    },
  };
};
