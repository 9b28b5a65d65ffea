// SPDX-License-Identifier: Apache-2.0
import { chunksOf, prepare } from './bulk_chunks';

const documents = (...texts: string[]) =>
  texts.map((text, i) => prepare({ _id: String(i), _source: { text } }));
const ids = (chunks: ReturnType<typeof chunksOf>): string[][] =>
  chunks.map((chunk) => chunk.map(({ id }) => id));

test('no more documents than allowed', () => {
  const chunks = chunksOf(documents('a', 'b', 'c'), { documents: 2, bytes: 1000 });
  expect(ids(chunks)).toEqual([['0', '1'], ['2']]);
});

test('no more bytes than allowed, counted as UTF-8', () => {
  // {"text":"é"} has 13 bytes, {"text":"a"} has 12.
  const limits = { documents: 10, bytes: 25 };
  expect(ids(chunksOf(documents('é', 'a', 'a'), limits))).toEqual([['0', '1'], ['2']]);
  expect(ids(chunksOf(documents('é', 'é', 'a'), limits))).toEqual([['0'], ['1', '2']]);
});

test('a document that is too large stands alone', () => {
  const chunks = chunksOf(documents('a', 'x'.repeat(100), 'b'), { documents: 10, bytes: 50 });
  expect(ids(chunks)).toEqual([['0'], ['1'], ['2']]);
});

test('no documents, no chunks', () => {
  expect(chunksOf([], { documents: 1, bytes: 1 })).toEqual([]);
});
