// SPDX-License-Identifier: Apache-2.0
import { parseRuleParams } from '../../common/rule';
import { inWords } from '../../server/notice';
import { invalidFields, RequestFailure } from '../../server/request_failure';
import { ROUTES } from '../../server/routes/all_routes';
import { readRequest } from '../../server/routes/read_request';
import { ENGLISH, speak } from '../../standalone/kbn_i18n/language';
import { chineseMessages } from './translated';

beforeAll(() => speak(() => ({ locale: 'zh-CN', messages: chineseMessages() })));
afterAll(() => speak(() => ENGLISH));

const CHINESE = /\p{Script=Han}/u;
/** Three words in a row, as no field, value or unit has them. */
const ENGLISH_WORDS = /[A-Za-z]{2,} [A-Za-z]+ [A-Za-z]{2,}/;

/** Wrong in as many ways as the schemas know. */
const WRONG: readonly Readonly<Record<string, unknown>>[] = [
  { page: 0, perPage: 1e6, columns: 1.5, days: 'x', order: 'up', sort: 5, from: 'now', last: '1y' },
  {
    ids: [],
    status: 'gone',
    revision: -1,
    params: [],
    enabled: 'yes',
    link: 1,
    securityRuleId: '',
  },
  {
    id: '',
    field: '',
    itemId: 5,
    version: '',
    show: null,
    check: ['none'],
    search: 'x'.repeat(5e3),
  },
  { name: '', entries: [{ type: 'regex' }], osTypes: ['bsd'], expireTime: '2027', comment: 5 },
  { exclusion: { entries: [], osTypes: 'linux' }, from: '2027-01-01', to: {}, unknown: true },
];

const problemsOf = (route: (typeof ROUTES)[number], wrong: unknown): string[] => {
  try {
    readRequest(route.request, { params: wrong, query: wrong, body: wrong });
  } catch (error) {
    if (error instanceof RequestFailure) {
      return (error.details.problems ?? []).flatMap(({ message, remedy }) => [message, remedy]);
    }
    throw error;
  }
  return [];
};

it('tells what is wrong with requests in Chinese', () => {
  const told = new Set(
    ROUTES.flatMap((route) => WRONG.flatMap((wrong) => problemsOf(route, wrong))),
  );
  expect(told.size).toBeGreaterThan(60);
  expect([...told].filter((text) => !CHINESE.test(text) || ENGLISH_WORDS.test(text))).toEqual([]);
});

it('joins what is wrong in Chinese punctuation', () => {
  const { message, remedy } = invalidFields([
    { field: 'page', message: '“page”无效', remedy: '请更正“page”' },
    { field: 'sort', message: '“sort”无效', remedy: '请更正“sort”' },
  ]);
  expect(message).toBe('“page”无效。“sort”无效');
  expect(inWords({ message, remedy })).toBe('“page”无效。“sort”无效。请更正“page”。请更正“sort”。');
});

it('names each route in Chinese, for what fails in it', () => {
  expect(ROUTES.map(({ summary }) => summary()).filter((text) => !CHINESE.test(text))).toEqual([]);
});

it.each([
  { detection: 'names' },
  { compilers: [] },
  { compilers: 'gcc' },
  { compilers: ['gcc', 'gcc', ''] },
  { excludedNetworks: ['10.0.0.0/40'] },
  { excludedNetworks: ['lab'] },
  { excludedNetworks: ['::ffff:10.0.0.0/8'] },
  { indexPatterns: ['a,b'] },
  { maxspan: 'soon', from: '9d', interval: 5 },
  { from: '1m' },
  { maxSignals: 0 },
  { tiebreakerField: 5 },
  { compiler: ['gcc'] },
  { nothing: 1 },
])('tells what is wrong with the parameters %j in Chinese', (params) => {
  const parsed = parseRuleParams(params);
  const told = ('problems' in parsed ? parsed.problems : []).flatMap(({ message, remedy }) => [
    message,
    remedy,
  ]);
  expect(told).not.toEqual([]);
  expect(told.filter((text) => !CHINESE.test(text) || ENGLISH_WORDS.test(text))).toEqual([]);
});
