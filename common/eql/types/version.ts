// SPDX-License-Identifier: Apache-2.0
import { compareStrings } from './value';

/**
 * Orders versions as Elasticsearch's version field does: numbers by value, a pre-release before its
 * release, valid versions before invalid ones.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/version.html
 */
export const compareVersions = (a: string, b: string): number => {
  const [x, y] = [read(a), read(b)];
  if (!x || !y) {
    return x ? -1 : y ? 1 : compareStrings(a, b);
  }
  return (
    compareParts(x.numbers, y.numbers) ||
    comparePreReleases(x.preRelease, y.preRelease) ||
    compareStrings(a, b)
  );
};

interface Version {
  readonly numbers: readonly string[];
  readonly preRelease: readonly string[];
}

const VERSION = /^(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

const read = (text: string): Version | undefined => {
  const match = VERSION.exec(text);
  return match
    ? { numbers: match[1]?.split('.') ?? [], preRelease: match[2]?.split('.') ?? [] }
    : undefined;
};

const comparePreReleases = (a: readonly string[], b: readonly string[]): number =>
  a.length === 0 || b.length === 0 ? Math.sign(b.length - a.length) : compareParts(a, b);

const compareParts = (a: readonly string[], b: readonly string[]): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const order = comparePart(a[i] ?? '', b[i] ?? '');
    if (order !== 0) {
      return order;
    }
  }
  return a.length - b.length;
};

const comparePart = (a: string, b: string): number => {
  const [x, y] = [a, b].map((part) => (/^\d+$/.test(part) ? Number(part) : NaN)) as [
    number,
    number,
  ];
  if (Number.isNaN(x) || Number.isNaN(y)) {
    return Number.isNaN(x) && Number.isNaN(y) ? compareStrings(a, b) : Number.isNaN(x) ? 1 : -1;
  }
  return x - y;
};
