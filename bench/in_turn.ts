// SPDX-License-Identifier: Apache-2.0

/**
 * Runs two things in turn (A B A B ...), so that a change in the load of the machine meets both; once each
 * before that, so that neither pays for warming up.
 */
export const inTurn = async <A, B>(
  times: number,
  a: () => Promise<A>,
  b: () => Promise<B>,
): Promise<{ readonly a: A[]; readonly b: B[] }> => {
  await a();
  await b();
  const results = { a: [] as A[], b: [] as B[] };
  for (let i = 0; i < times; i += 1) {
    results.a.push(await a());
    results.b.push(await b());
  }
  return results;
};
