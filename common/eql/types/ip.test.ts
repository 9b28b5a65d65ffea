// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { canonicalIp, ipKey, parseIpRange } from './ip';

describe('canonicalIp', () => {
  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['0.0.0.0', '0.0.0.0'],
    ['255.255.255.255', '255.255.255.255'],
    ['::', '::'],
    ['::1', '::1'],
    ['2001:DB8::1', '2001:db8::1'],
    ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
    ['2001:db8:0::1', '2001:db8::1'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['::ffff:a01:203', '10.1.2.3'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ])('writes %s as %s', (text, canonical) => {
    expect(canonicalIp(text)).toBe(canonical);
  });

  it.each([
    '',
    'x',
    '10.1.2',
    '10.1.2.256',
    '10.1.2.3.4',
    '10.1.2.3/8',
    '167838211',
    '0x0a010203',
    ':::',
    '2001:db8::1::2',
    '2001:db8',
    'fe80::1%eth0',
    '12345::',
    ' 10.1.2.3',
    'host.example',
  ])('%j is no address', (text) => {
    expect(canonicalIp(text)).toBeUndefined();
    expect(ipKey(text)).toBeUndefined();
  });
});

describe('ipKey', () => {
  it('is the same for all spellings of an address', () => {
    expect(ipKey('::ffff:10.1.2.3')).toBe(ipKey('10.1.2.3'));
    expect(ipKey('2001:DB8::1')).toBe(ipKey('2001:db8:0:0:0:0:0:1'));
    expect(ipKey('10.1.2.3')).toBe('00000000000000000000ffff0a010203');
  });

  it('orders addresses by number', () => {
    const ordered = [
      '::',
      '::1',
      '0.0.0.0',
      '9.255.0.1',
      '10.0.0.2',
      '10.0.0.10',
      '64:ff9b::1',
      '2001:db8::',
      'fe80::1',
    ];
    const shuffled = [...ordered].reverse();
    const key = (ip: string): string => ipKey(ip) ?? '';
    expect(shuffled.sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(ordered);
  });
});

describe('parseIpRange', () => {
  const ends = (text: string): [string, string] => {
    const { from, to } = parseIpRange(text);
    return [from, to].map((key) => key.replace(/^0{20}ffff/, 'v4:')) as [string, string];
  };

  it.each([
    ['10.1.2.3', 'v4:0a010203', 'v4:0a010203'],
    ['10.0.0.0/8', 'v4:0a000000', 'v4:0affffff'],
    ['10.6.48.157/8', 'v4:0a000000', 'v4:0affffff'],
    ['10.1.2.3/32', 'v4:0a010203', 'v4:0a010203'],
    ['10.1.2.3/31', 'v4:0a010202', 'v4:0a010203'],
    ['172.16.0.0/12', 'v4:ac100000', 'v4:ac1fffff'],
    ['100.64.0.0/10', 'v4:64400000', 'v4:647fffff'],
    ['0.0.0.0/0', 'v4:00000000', 'v4:ffffffff'],
    ['::/0', '0'.repeat(32), 'f'.repeat(32)],
    ['::1', `${'0'.repeat(31)}1`, `${'0'.repeat(31)}1`],
    ['::1/128', `${'0'.repeat(31)}1`, `${'0'.repeat(31)}1`],
    ['2001:db8::/32', `20010db8${'0'.repeat(24)}`, `20010db8${'f'.repeat(24)}`],
    ['fe80::1/10', `fe80${'0'.repeat(28)}`, `febf${'f'.repeat(28)}`],
    ['2001:db8::ff/127', `20010db8${'0'.repeat(22)}fe`, `20010db8${'0'.repeat(22)}ff`],
  ])('%s is from %s to %s', (text, from, to) => {
    expect(ends(text)).toEqual([from, to]);
  });

  it.each([
    ['bogus', /\[bogus\] is not an IP address/],
    ['', /is not an IP address/],
    ['/8', /is not an IP address/],
    ['10.0.0/8', /is not an IP address/],
    ['10.0.0.0/33', /\[33\] .*from 0 to 32/],
    ['10.0.0.0/', /\[\] .*from 0 to 32/],
    ['10.0.0.0/x', /\[x\] .*from 0 to 32/],
    ['10.0.0.0/-1', /\[-1\] .*from 0 to 32/],
    ['10.0.0.0/8.0', /\[8\.0\] .*from 0 to 32/],
    ['2001:db8::/129', /\[129\] .*from 0 to 128/],
    ['::ffff:0:0/96', /mixes IPv4 and IPv6/],
    ['::ffff:10.0.0.0/8', /mixes IPv4 and IPv6/],
  ])('refuses %j', (text, message) => {
    expect(() => parseIpRange(text)).toThrow(RangeError);
    expect(() => parseIpRange(text)).toThrow(message);
  });

  it('holds an address exactly where the leading bits agree', () => {
    const number = fc.nat({ max: 2 ** 32 - 1 });
    const dotted = (n: number): string =>
      [24, 16, 8, 0].map((bits) => (n >>> bits) & 255).join('.');
    fc.assert(
      fc.property(
        number,
        fc.nat({ max: 32 }),
        fc.oneof(number, fc.nat({ max: 255 })),
        (block, prefix, other) => {
          const address = other < 256 ? (block ^ other) >>> 0 : other;
          const { from, to } = parseIpRange(`${dotted(block)}/${prefix}`);
          const key = ipKey(dotted(address)) ?? '';
          const agree =
            Math.floor(block / 2 ** (32 - prefix)) === Math.floor(address / 2 ** (32 - prefix));
          expect(from <= key && key <= to).toBe(agree);
        },
      ),
    );
  });
});
