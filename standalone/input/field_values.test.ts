// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { valueTest } from './field_values';
import { anySpelling, spell } from './spelling_test_helpers';

const mayHave = valueTest({
  fields: ['name', 'executable'],
  mayBe: (value) => value === 'gcc' || value.endsWith('/gcc'),
});
const test = (text: string): boolean => mayHave(Buffer.from(text));

describe('valueTest', () => {
  it.each([
    ['a value', '{"process":{"name":"gcc"}}'],
    ['a value of another field', '{"process":{"executable":"/usr/bin/gcc"}}'],
    ['a dotted name', '{"process.name":"gcc"}'],
    ['one of several', '{"host":{"name":"a"},"process":{"name":"gcc"}}'],
    ['blanks before the value', '{"name": "x"}'],
    ['blanks before the colon', '{"name" :"x"}'],
    ['a list', '{"name":["x"]}'],
    ['an escape', '{"name":"x\\/y"}'],
    ['other letters', '{"name":"прог"}'],
  ])('takes a line with %s', (_, line) => {
    expect(test(line)).toBe(true);
  });

  it.each([
    ['without such a field', '{"a":"gcc"}'],
    ['with other values', '{"host":{"name":"a","hostname":"b"},"executable":"/usr/bin/ls"}'],
    ['in which a field is a value', '{"args":["uname","name" , "gcc"]}'],
    ['with a number', '{"pid":7}'],
  ])('leaves out a line %s', (_, line) => {
    expect(test(line)).toBe(false);
  });

  it('never leaves out a line that has the value, however it is written without \\u', () => {
    fc.assert(
      fc.property(anySpelling(), fc.boolean(), (spelling, isPath) => {
        const process = isPath ? { executable: '/usr/bin/gcc' } : { name: 'gcc' };
        const line = spell({ host: { name: 'name' }, process }, spelling);
        fc.pre(!line.includes('\\u'));
        expect(test(line)).toBe(true);
      }),
    );
  });
});
