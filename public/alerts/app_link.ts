// SPDX-License-Identifier: Apache-2.0
import type { MouseEvent } from 'react';
import type { History } from 'history';
import { useHistory } from 'react-router-dom';

/** What makes a link of EUI lead to a page of ours without loading the app anew. */
export interface AppLinkProps {
  readonly href: string;
  readonly onClick: (event: MouseEvent) => void;
}

type AppLink = (path: string, state?: unknown) => AppLinkProps;

/** @returns the properties of a link to a path of the app, with its query */
export const useAppLink = (): AppLink => appLink(useHistory());

/** The same where there is no component. */
export const appLink =
  (history: History): AppLink =>
  (path, state) => ({
    href: history.createHref(locationOf(path)),
    onClick: (event) => {
      // New tabs and windows are the browser's affair.
      if (
        event.button === 0 &&
        !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      ) {
        event.preventDefault();
        history.push({ ...locationOf(path), state });
      }
    },
  });

function locationOf(path: string): { pathname: string; search: string } {
  const [pathname = '', ...query] = path.split('?');
  return { pathname, search: query.length > 0 ? `?${query.join('?')}` : '' };
}
