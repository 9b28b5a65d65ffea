// SPDX-License-Identifier: Apache-2.0
import { sentence } from './sentence';

test.each([
  ['Install it', 'Install it.'],
  ['No permission.', 'No permission.'],
  ['Really?', 'Really?'],
  ['请安装', '请安装。'],
  ['已安装。', '已安装。'],
  ['规则 [r1]', '规则 [r1]。'],
])('%j ends as %j', (text, whole) => {
  expect(sentence(text)).toBe(whole);
});
