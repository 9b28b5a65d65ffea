// SPDX-License-Identifier: Apache-2.0

/** The version of an object as Kibana shows it, from a number that rises with every write. */
export const versionOf = (count: number): string =>
  Buffer.from(JSON.stringify([count, 1])).toString('base64');

export const countOf = (version: string): number =>
  (JSON.parse(Buffer.from(version, 'base64').toString('utf8')) as [number, number])[0];
