// SPDX-License-Identifier: Apache-2.0
import type { History, Location, LocationDescriptorObject } from 'history';

type Target = string | LocationDescriptorObject;

/**
 * The history that Kibana mounts an app with (its sources, `scoped_history.ts`): addresses are relative to the app,
 * whose first page has an empty path; what is called after the user has left the app throws.
 */
export function scopedHistory(whole: History, appPath: string): History {
  let isLeft = false;
  const here = (): void => {
    if (isLeft) {
      throw new Error(
        `ScopedHistory instance has fell out of navigation scope for basePath: ${appPath}`,
      );
    }
  };
  const inApp = (path: string): string =>
    path === '' ? appPath : `${appPath}/${path}`.replaceAll(/\/{2,}/g, '/');
  const withApp = ({
    pathname,
    ...others
  }: LocationDescriptorObject): LocationDescriptorObject => ({
    ...others,
    ...(pathname !== undefined && { pathname: inApp(pathname) }),
  });
  const withoutApp = (location: Location): Location => ({
    ...location,
    pathname: location.pathname.replace(new RegExp(`^${appPath}`), ''),
  });
  // A state beside an object is not looked at.
  const going =
    (how: 'push' | 'replace') =>
    (to: Target, state?: unknown): void => {
      here();
      if (typeof to === 'string') {
        whole[how](inApp(to), state);
      } else {
        whole[how](withApp(to));
      }
    };
  const listeners = new Set<Parameters<History['listen']>[0]>();
  const unlisten = whole.listen((location, action) => {
    if (!location.pathname.startsWith(appPath)) {
      isLeft = true;
      unlisten();
      return;
    }
    [...listeners].forEach((listener) => listener(withoutApp(location), action));
  });
  return {
    get length() {
      here();
      return whole.length;
    },
    get location() {
      here();
      return withoutApp(whole.location);
    },
    get action() {
      here();
      return whole.action;
    },
    push: going('push'),
    replace: going('replace'),
    go: (steps) => {
      here();
      whole.go(steps);
    },
    goBack: () => {
      here();
      whole.goBack();
    },
    goForward: () => {
      here();
      whole.goForward();
    },
    block: (prompt) => {
      here();
      return whole.block(prompt);
    },
    listen: (listener) => {
      here();
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    createHref: (location) => {
      here();
      return whole.createHref({ pathname: appPath, ...withApp(location) });
    },
  };
}
