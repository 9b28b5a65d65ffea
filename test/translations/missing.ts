// SPDX-License-Identifier: Apache-2.0
// Prints as JSON what translations/zh-CN.json lacks, with the English, and what it holds for nothing:
// node scripts/run_ts.mjs test/translations/missing.ts
import { readSources } from './messages';
import { chineseMessages, missing, unused } from './translated';

const { messages } = readSources();
const chinese = chineseMessages();
process.stdout.write(
  `${JSON.stringify({ missing: missing(messages, chinese), unused: unused(messages, chinese) }, null, 2)}\n`,
);
