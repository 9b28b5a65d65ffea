// SPDX-License-Identifier: Apache-2.0
import { cidrTest } from './cidr_match';
import { evaluate, evaluationError } from './evaluate_test_helpers';

const ADDRESS = { address: '192.168.152.12' };

describe('cidrMatch', () => {
  it.each([
    ['cidrMatch(address, "192.168.0.0/16")', true],
    ['cidrMatch(address, "192.168.0.0/16", "10.0.0.0/8")', true],
    ['cidrMatch(address, "10.0.0.0/8")', false],
    ['cidrMatch(address, "10.0.0.0/8", "10.128.0.0/9")', false],
    ['cidrMatch(address, "192.168.152.12")', true],
    ['cidrMatch(address, "192.168.152.0/31", "192.168.152.13/30")', true],
    ['cidrMatch(address, "::/0")', true],
    ['cidrMatch(null, "10.0.0.0/8")', null],
    ['cidrMatch(address, null)', null],
  ])('%s is %j', (expression, result) => {
    expect(evaluate(expression, ADDRESS)).toBe(result);
  });

  it('of a missing address is missing', () => {
    expect(evaluate('cidrMatch(address, "10.0.0.0/8")')).toBeNull();
  });

  it.each([
    ['cidrMatch(address)', /^parsing: line 1:12: .*Write cidrMatch\(source, block, \[block …\]\)$/],
    ['cidrMatch~(address, "10.0.0.0/8")', /^parsing: line 1:12: .*no form that ignores case/],
    ['cidrMatch(text, "10.0.0.0/8")', /^verification: line 1:11: \[source\] .*type ip/],
    ['cidrMatch("10.1.2.3", "10.0.0.0/8")', /^verification: line 1:11: \[source\]/],
    ['cidrMatch(address, 10)', /^verification: line 1:11: \[block\] .*type string/],
    ['cidrMatch(address, text)', /^verification: line 1:11: \[block\] .*fixed value/],
    ['cidrMatch(address, "10.0.0.0/8", text)', /^verification: line 1:11: \[block\] .*fixed value/],
    ['cidrMatch(address, "10.0.0.0/33")', /^evaluation: line 1:11: \[33\]/],
    ['cidrMatch(address, "bogus")', /^evaluation: line 1:11: \[bogus\] is not an IP/],
    ['cidrMatch(address, "::ffff:0:0/96")', /^evaluation: line 1:11: .*mixes/],
  ])('%s is an error', (expression, message) => {
    expect(evaluationError(expression, ADDRESS)).toMatch(message);
  });
});

describe('cidrTest', () => {
  const test = cidrTest(['10.0.0.0/8', '2001:db8::/32', '::1']);

  it.each([
    ['10.0.0.0', true],
    ['10.255.255.255', true],
    ['::ffff:10.1.2.3', true],
    ['11.0.0.0', false],
    ['9.255.255.255', false],
    ['2001:db8::', true],
    ['2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', true],
    ['2001:db9::', false],
    ['::1', true],
    ['::2', false],
    ['0.0.0.1', false],
    ['no address', false],
  ])('of %s is %j', (address, result) => {
    expect(test(address)).toBe(result);
  });

  it('of no block is false', () => {
    expect(cidrTest([])('10.0.0.0')).toBe(false);
  });

  it('refuses what is no block', () => {
    expect(() => cidrTest(['10.0.0.0/8', 'x'])).toThrow(RangeError);
  });
});
