// SPDX-License-Identifier: Apache-2.0
import { codePointRange, complementOfSet, unionOfSets } from '../syntax/code_point_set';
import { alphabetFor } from './alphabet';

const range = (from: string, to: string) =>
  codePointRange(from.codePointAt(0)!, to.codePointAt(0)!);

describe('alphabetFor', () => {
  it('has one class when no set tells code points apart', () => {
    const alphabet = alphabetFor([]);
    expect(alphabet.classCount).toBe(1);
    expect(alphabet.classOf(0x10ffff)).toBe(alphabet.classOf(0));
  });

  it('puts into one class what all sets treat alike', () => {
    const word = unionOfSets([range('a', 'z'), range('A', 'Z')]);
    const alphabet = alphabetFor([word, complementOfSet(word), range('x', 'x'), range('😀', '😂')]);
    const classOf = (char: string): number => alphabet.classOf(char.codePointAt(0)!);
    expect(alphabet.classCount).toBe(4);
    expect(classOf('a')).toBe(classOf('Z'));
    expect(classOf('x')).not.toBe(classOf('a'));
    expect(classOf('1')).toBe(classOf('é'));
    expect(classOf('😁')).not.toBe(classOf('é'));
    expect([...'aZx1'].map((char) => alphabet.asciiClasses[char.charCodeAt(0)])).toEqual(
      [...'aZx1'].map(classOf),
    );
    expect(alphabet.classesOf(word)).toEqual([classOf('a'), classOf('x')].sort());
  });
});
