// SPDX-License-Identifier: Apache-2.0
import { preferences } from './preferences';

const storage = (items: Record<string, string> = {}) => {
  const kept = new Map(Object.entries(items));
  return () =>
    ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }) as Storage;
};
const refusing = (): Storage => {
  throw new Error('SecurityError');
};

it('begins with what browser and system say, and keeps what is chosen', () => {
  const place = storage();
  const first = preferences(place, ['zh-TW']);
  expect([first.locale(), first.theme()]).toEqual(['zh-CN', 'system']);
  first.chooseLocale('en');
  first.chooseTheme('dark');
  const again = preferences(place, ['zh-TW']);
  expect([again.locale(), again.theme()]).toEqual(['en', 'dark']);
});

it('does not mind what somebody else has written there', () => {
  const odd = preferences(
    storage({ 'recentlyCompiled.locale': 'xx', 'recentlyCompiled.theme': '<b>' }),
    [],
  );
  expect([odd.locale(), odd.theme()]).toEqual(['en', 'system']);
});

it('works where the browser keeps nothing', () => {
  const forgetful = preferences(refusing, []);
  forgetful.chooseTheme('light');
  expect([forgetful.locale(), forgetful.theme()]).toEqual(['en', 'light']);
});
