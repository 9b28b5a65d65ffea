// SPDX-License-Identifier: Apache-2.0
import { inputDocuments } from '../../input/input_documents';
import type { ByteSource } from '../../input/byte_source';
import type { Host } from '../host';
import { MAX_EVENTS } from './event_store';
import type { TakenIn } from './taken_in';

const MOST_PROBLEMS = 20;

/** Takes all events of an input in. Throws an `InputError` where it can not be read. */
export const takeIn = async (
  host: Pick<Host, 'addEvents'>,
  source: ByteSource,
  label: string,
): Promise<TakenIn> => {
  const problems: string[] = [];
  let [events, known, left, overLimit] = [0, 0, 0, 0];
  const tell = (problem: string): void => {
    if (problems.length < MOST_PROBLEMS) {
      problems.push(problem);
    } else {
      left += 1;
    }
  };
  const documents = inputDocuments(source, {
    label,
    onBadLine: ({ line, reason }) => tell(`line ${line} is no event: ${reason}`),
  });
  for await (const block of documents) {
    const result = await host.addEvents(block);
    events += result.added;
    known += result.known;
    overLimit += result.overLimit;
    result.refused.forEach(tell);
  }
  return {
    name: source.name,
    events,
    known,
    problems: [
      ...problems,
      ...(left > 0 ? [`${left} more like these`] : []),
      ...(overLimit > 0
        ? [
            `${overLimit} events are left out: the host holds at most ${MAX_EVENTS}. Split the recording by time`,
          ]
        : []),
    ],
  };
};
