// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
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
    onBadLine: (bad) => tell(badLine(bad)),
  });
  for await (const block of documents) {
    const result = host.addEvents(block);
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
      ...(left > 0 ? [more(left)] : []),
      ...(overLimit > 0 ? [tooMany(overLimit)] : []),
    ],
  };
};

const badLine = ({ line, reason }: { readonly line: number; readonly reason: string }): string =>
  i18n.translate('recentlyCompiled.host.takeIn.badLine', {
    defaultMessage: 'line {line} is no event: {reason}',
    // As a place in the file it has no thousands separator.
    values: { line: String(line), reason },
  });

const more = (count: number): string =>
  i18n.translate('recentlyCompiled.host.takeIn.more', {
    defaultMessage: '{count} more like these',
    values: { count },
  });

const tooMany = (count: number): string =>
  i18n.translate('recentlyCompiled.host.takeIn.tooMany', {
    defaultMessage:
      '{count, plural, one {# event is} other {# events are}} left out: the host holds at most {most}. Split the recording by time',
    values: { count, most: MAX_EVENTS },
  });
