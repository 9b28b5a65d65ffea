// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import stringWidth from 'string-width';
import type { Finding } from '../../common/search';
import { tableWriter, type Column } from './table_writer';

const findingOf = (...texts: string[]): Finding => ({ joinKeys: texts, events: [] });
const cell =
  (index: number) =>
  ({ joinKeys }: Finding): string =>
    String(joinKeys?.[index] ?? '');

const COLUMNS: readonly Column[] = [
  { title: 'TIME', width: 8, flexible: false, text: cell(0) },
  { title: 'COMMAND', width: 30, flexible: true, text: cell(1) },
  { title: 'AFTER', width: 6, flexible: false, alignRight: true, text: cell(2) },
  { title: 'PATH', width: 20, flexible: true, text: cell(3) },
];
/** Of all columns at their widest, with the gaps between. */
const WIDEST = 8 + 2 + 30 + 2 + 6 + 2 + 20;
/** With both flexible columns at three fifths: below, PATH would have less than 12 cells. */
const NARROWEST = WIDEST - 20;

const print = (findings: readonly Finding[], width: number | undefined): string => {
  let text = '';
  const writer = tableWriter((part) => (text += part), COLUMNS, width);
  findings.forEach((finding) => writer.write(finding));
  writer.end();
  return text;
};

describe('tableWriter', () => {
  it('prints nothing where nothing is found', () => {
    expect(print([], 200)).toBe('');
  });

  it('prints the titles once, and a line for each finding', () => {
    const findings = [
      findingOf('10:00:00', 'gcc a.c', '4.1 s', '/tmp/a'),
      findingOf('10:00:01', 'cc', '12 s', '/b'),
    ];
    expect(print(findings, 200)).toBe(
      [
        'TIME      COMMAND                          AFTER  PATH',
        '10:00:00  gcc a.c                          4.1 s  /tmp/a',
        '10:00:01  cc                                12 s  /b',
        '',
      ].join('\n'),
    );
  });

  it('cuts nothing where there is no terminal', () => {
    const long = 'x'.repeat(500);
    expect(print([findingOf('10:00:00', long, '1 s', long)], undefined)).toContain(
      `10:00:00  ${long}     1 s  ${long}\n`,
    );
  });

  it.each([WIDEST, WIDEST - 1, 60, 51, NARROWEST])('fits a terminal of %d cells', (width) => {
    const long = 'abcdefghij'.repeat(20);
    const lines = print([findingOf('10:00:00', long, '1 s', `/${long}`)], width)
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(2);
    lines.forEach((line) => expect(stringWidth(line)).toBeLessThanOrEqual(width));
    // Both ends of what is cut are there.
    expect(lines[1]).toMatch(/^10:00:00 {2}abc.*….*hij {5}1 s {2}\/abc.*….*hij$/);
  });

  it('makes flexible columns narrower in proportion', () => {
    const [titles = ''] = print([findingOf('', '', '', '')], NARROWEST).split('\n');
    // 30 and 20 cells share the 30 that are left of 50.
    expect([titles.indexOf('COMMAND'), titles.indexOf('PATH')]).toEqual([10, 10 + 18 + 2 + 6 + 2]);
  });

  it.each([NARROWEST - 1, 20])(
    'prints a list in a terminal of %d cells, too few for the columns',
    (width) => {
      const findings = [findingOf('10:00:00', 'gcc', '1 s', ''), findingOf('b', 'c', 'd', 'e')];
      expect(print(findings, width)).toBe(
        [
          'TIME     10:00:00',
          'COMMAND  gcc',
          'AFTER    1 s',
          'PATH     ',
          '',
          'TIME     b',
          'COMMAND  c',
          'AFTER    d',
          'PATH     e',
          '',
          '',
        ].join('\n'),
      );
    },
  );

  it('cuts huge values of a list to a few lines', () => {
    const text = print([findingOf('', 'x'.repeat(1_000_000), '', '')], 40);
    expect(text.length).toBeLessThan(300);
  });

  it('counts wide characters as two cells', () => {
    const [titles = '', line = ''] = print([findingOf('编译', '😀', '1 s', '/p')], 200).split('\n');
    expect(line).toBe(`编译      😀${' '.repeat(28)}     1 s  /p`);
    expect(stringWidth(line.slice(0, line.indexOf('/p')))).toBe(titles.indexOf('PATH'));
  });

  it.each([undefined, 20])('shows what a terminal would act on as its code, width %s', (width) => {
    const text = print([findingOf('a\u001b[2Jb', 'c\nd\r', '\u202eevil', '\u009bH')], width);
    expect(text).toContain('a\\x1b[2Jb');
    expect(text).toContain('c\\x0ad\\x0d');
    expect(text).toContain('\\u{202e}evil');
    expect(text).toContain('\\x9bH');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });

  it('never writes beyond the terminal while it writes a table', () => {
    const any = fc.fullUnicodeString({ maxLength: 80 });
    fc.assert(
      fc.property(
        any,
        any,
        any,
        any,
        fc.integer({ min: NARROWEST, max: 120 }),
        (a, b, c, d, width) => {
          const lines = print([findingOf(a, b, c, d)], width).split('\n');
          expect(lines).toHaveLength(3);
          lines.forEach((line) => expect(stringWidth(line)).toBeLessThanOrEqual(width));
        },
      ),
    );
  });
});
