// SPDX-License-Identifier: Apache-2.0
import React, { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useHistory } from 'react-router-dom';
import { appLink } from '../alerts/app_link';
import type { ChromeBreadcrumb, ChromeStart } from '../kibana_contracts';
import { APP_TITLE } from '../names';

/** A page of the app: what it is called and where it is, relative to the app. */
export interface PageName {
  readonly title: string;
  readonly path: string;
}

const DetailContext = createContext<(detail: string | undefined) => void>(() => undefined);

/**
 * Says in the title of the tab and in the breadcrumbs which page is open. A page that shows one thing of many
 * adds its name with `useDetailTitle`.
 */
export function PageChrome({
  chrome,
  page,
  children,
}: {
  chrome: ChromeStart;
  /** Undefined where the address names none. */
  page: PageName | undefined;
  children: ReactNode;
}) {
  const history = useHistory();
  const [detail, setDetail] = useState<string>();
  const [title, path] = [page?.title, page?.path];
  useEffect(() => {
    const link = (text: string, to: string): ChromeBreadcrumb => ({
      text,
      ...appLink(history)(to),
    });
    const trail: ChromeBreadcrumb[] = [
      link(APP_TITLE, '/'),
      ...(title === undefined || path === undefined
        ? []
        : [detail === undefined ? { text: title } : link(title, path)]),
      ...(detail === undefined ? [] : [{ text: detail }]),
    ];
    chrome.setBreadcrumbs(trail);
    chrome.docTitle.change(trail.map(({ text }) => text).reverse());
  }, [chrome, history, title, path, detail]);
  return <DetailContext.Provider value={setDetail}>{children}</DetailContext.Provider>;
}

/** Names the one thing that the page shows, for as long as it does; undefined while it is not known. */
export function useDetailTitle(detail: string | undefined): void {
  const setDetail = useContext(DetailContext);
  useEffect(() => {
    setDetail(detail);
    return () => setDetail(undefined);
  }, [setDetail, detail]);
}
