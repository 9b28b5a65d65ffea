// SPDX-License-Identifier: Apache-2.0
import { sentence } from './sentence';

test.each([
  ['Install it', 'Install it.'],
  ['No permission.', 'No permission.'],
  ['Really?', 'Really?'],
])('%j ends as %j', (text, whole) => {
  expect(sentence(text)).toBe(whole);
});
