// SPDX-License-Identifier: Apache-2.0
import { Uploads, type SendFile } from './uploads';

const file = (name: string): File => new File([], name);
const taken = (name: string) => ({ name, events: 1, known: 0, problems: [] });

/** Ends each upload only when it is told to. */
const byHand = () => {
  const waiting: { name: string; end: (error?: Error) => void; sent: (part: number) => void }[] =
    [];
  const send: SendFile = ({ name }, sent) =>
    new Promise((resolve, reject) => {
      waiting.push({ name, sent, end: (error) => (error ? reject(error) : resolve(taken(name))) });
    });
  return { send, waiting };
};
const settle = () => new Promise((resolve) => setTimeout(resolve));

it('sends one file at a time, in order, and tells how far it is', async () => {
  const { send, waiting } = byHand();
  let news = 0;
  const uploads = new Uploads(send, () => (news += 1));
  uploads.add([file('a'), file('b')]);
  const kinds = () => uploads.list$.value.map(({ state }) => state.kind);
  expect([kinds(), waiting.map(({ name }) => name)]).toEqual([['sending', 'waiting'], ['a']]);
  waiting[0]?.sent(0.5);
  expect(uploads.list$.value[0]?.state).toEqual({ kind: 'sending', sent: 0.5 });
  waiting[0]?.end();
  await settle();
  expect([kinds(), waiting.map(({ name }) => name), news]).toEqual([
    ['done', 'sending'],
    ['a', 'b'],
    1,
  ]);
});

it('goes on after a failure, and tries a file again', async () => {
  const { send, waiting } = byHand();
  const uploads = new Uploads(send, () => undefined);
  uploads.add([file('a'), file('b')]);
  waiting[0]?.end(new Error('too large'));
  await settle();
  waiting[1]?.end();
  await settle();
  expect(uploads.list$.value.map(({ state }) => state.kind)).toEqual(['failed', 'done']);
  uploads.again(1);
  waiting[2]?.end();
  await settle();
  expect(uploads.list$.value.map(({ state }) => state.kind)).toEqual(['done', 'done']);
  uploads.clear();
  expect(uploads.list$.value).toEqual([]);
});
