// SPDX-License-Identifier: Apache-2.0
import ipaddr from 'ipaddr.js';

/** An inclusive range of addresses as 32 hexadecimal digits, IPv4 as ::ffff:a.b.c.d. */
export interface IpRange {
  readonly from: string;
  readonly to: string;
}

/** What is wrong with a text that is to be an address or a block, for those who word it themselves. */
export type IpFault =
  | { readonly kind: 'address' | 'mixed' }
  | { readonly kind: 'prefix'; readonly prefix: string; readonly most: number };

/** Its message gives Elasticsearch's reasons (observed on 8.10). */
export class IpRangeError extends RangeError {
  constructor(
    readonly fault: IpFault,
    message: string,
  ) {
    super(message);
  }
}

const parse = (text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined => {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
    return ipaddr.IPv4.parse(text);
  }
  if (!text.includes(':') || text.includes('%') || !ipaddr.IPv6.isValid(text)) {
    return undefined;
  }
  const address = ipaddr.IPv6.parse(text);
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
};

const keyOf = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');

const toBytes = (address: ipaddr.IPv4 | ipaddr.IPv6): number[] =>
  address.kind() === 'ipv4'
    ? (address as ipaddr.IPv4).toIPv4MappedAddress().toByteArray()
    : address.toByteArray();

/** The address in its canonical spelling, or undefined when it is none. */
export const canonicalIp = (text: string): string | undefined => parse(text)?.toString();

/** Sorts and compares as the address does; undefined when it is none. */
export const ipKey = (text: string): string | undefined => {
  const address = parse(text);
  return address && keyOf(toBytes(address));
};

/**
 * Reads an address or a block in CIDR notation; bits beyond the prefix are ignored. Throws an
 * `IpRangeError`.
 */
export const parseIpRange = (text: string): IpRange => {
  const [base = '', prefixText, ...more] = text.split('/');
  const address = parse(base);
  if (!address || more.length > 0) {
    throw new IpRangeError(
      { kind: 'address' },
      `[${text}] is not an IP address or a block in CIDR notation`,
    );
  }
  if (prefixText === undefined) {
    const key = keyOf(toBytes(address));
    return { from: key, to: key };
  }
  if (address.kind() === 'ipv4' && base.includes(':')) {
    throw new IpRangeError(
      { kind: 'mixed' },
      `[${text}] mixes IPv4 and IPv6; write it as an IPv4 block`,
    );
  }
  const bits = address.kind() === 'ipv4' ? 32 : 128;
  const prefix = /^\d{1,3}$/.test(prefixText) ? Number(prefixText) : NaN;
  if (!(prefix <= bits)) {
    throw new IpRangeError(
      { kind: 'prefix', prefix: prefixText, most: bits },
      `[${prefixText}] in [${text}] is no prefix length from 0 to ${bits}`,
    );
  }
  return blockOf(toBytes(address), 128 - bits + prefix);
};

const blockOf = (bytes: readonly number[], fixedBits: number): IpRange => {
  const low = bytes.map((byte, i) => byte & mask(fixedBits - 8 * i));
  const high = bytes.map(
    (byte, i) => (byte & mask(fixedBits - 8 * i)) | (~mask(fixedBits - 8 * i) & 0xff),
  );
  return { from: keyOf(low), to: keyOf(high) };
};

/** The first `bits` of a byte. */
const mask = (bits: number): number =>
  bits >= 8 ? 0xff : bits <= 0 ? 0 : (0xff << (8 - bits)) & 0xff;
