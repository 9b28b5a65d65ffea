// SPDX-License-Identifier: Apache-2.0
import { evaluate, evaluationError } from './evaluate_test_helpers';

describe('startsWith', () => {
  it.each([
    ['startsWith("regsvr32.exe", "regsvr32")', true],
    ['startsWith("regsvr32.exe", "explorer")', false],
    ['startsWith("", "")', true],
    ['startsWith(text, "regsvr32")', true],
    ['startsWith(text, "explorer")', false],
    ['startsWith(text, "REGSVR32")', false],
    ['startsWith("regsvr32.exe.bak", text)', true],
    ['startsWith("explorer.exe", text)', false],
    ['startsWith("regsvr32.exe", null)', null],
    ['startsWith("", null)', null],
    ['startsWith(null, "regsvr32")', null],
    ['startsWith(null, null)', null],
    ['startsWith(other, "a")', null],
    ['startsWith(text, other)', null],
    ['startsWith~(text, "REGSVR32")', true],
    ['startsWith~("ÜBER", "über")', true],
    ['startsWith~(text, "egsvr")', false],
    ['STARTSWITH(text, "reg")', true],
  ])('%s is %j', (expression, result) => {
    expect(evaluate(expression, { text: 'regsvr32.exe' })).toBe(result);
  });
});

describe('endsWith', () => {
  it.each([
    ['endsWith("regsvr32.exe", ".exe")', true],
    ['endsWith("regsvr32.exe", ".dll")', false],
    ['endsWith("", "")', true],
    ['endsWith(text, ".exe")', true],
    ['endsWith(text, ".EXE")', false],
    ['endsWith(text, "")', true],
    ['endsWith("c:/regsvr32.exe", text)', true],
    ['endsWith("ntdll.dll", text)', false],
    ['endsWith("regsvr32.exe", null)', null],
    ['endsWith("", null)', null],
    ['endsWith(null, ".exe")', null],
    ['endsWith(null, null)', null],
    ['endsWith(other, "a")', null],
    ['endsWith(text, other)', null],
    ['endsWith~(text, ".EXE")', true],
  ])('%s is %j', (expression, result) => {
    expect(evaluate(expression, { text: 'regsvr32.exe' })).toBe(result);
  });
});

describe('stringContains', () => {
  it.each([
    ['stringContains(text, "regsvr32")', true],
    ['stringContains(text, "start ")', true],
    ['stringContains(text, "explorer")', false],
    ['stringContains(text, "START")', false],
    ['stringContains(text, other)', true],
    // As recorded; the reference says false.
    ['stringContains(text, "")', true],
    ['stringContains(null, "regsvr32")', null],
    ['stringContains~(text, "START")', true],
    ['stringContains~(text, "x32.E")', false],
  ])('%s is %j', (expression, result) => {
    const values = { text: 'start regsvr32.exe', other: 'regsvr32.exe' };
    expect(evaluate(expression, values)).toBe(result);
  });

  it('of a missing text is missing', () => {
    expect(evaluate('stringContains(text, "a")')).toBeNull();
    expect(evaluate('stringContains(text, other)')).toBeNull();
  });

  it('fails where the piece to find is missing', () => {
    expect(evaluationError('stringContains("a", text)')).toMatch(
      /^evaluation: line 1:11: The substring is missing/,
    );
  });
});

describe.each(['startsWith', 'endsWith', 'stringContains'])('%s', (name) => {
  it.each([
    ['(text)', /^parsing: line 1:12: .*can not take 1 arguments/],
    ['(text, "a", "b")', /^parsing: line 1:12: .*can not take 3 arguments/],
    ['(count, "a")', /^verification: line 1:11: \[source\] .*string/],
    ['(text, 1)', /^verification: line 1:11: \[\w+\] .*string.*integer/],
  ])('%s is an error', (args, message) => {
    expect(evaluationError(`${name}${args}`)).toMatch(message);
  });
});
