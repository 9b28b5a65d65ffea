// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { parseExactJson } from '../../../common/json/parse_exact_json';
import type { EventDocument } from '../../../common/search';
import { toDocument } from '../../input/formats';
import type { Host } from '../host';
import { followFile, type FollowOptions } from './follow_file';

/** Takes in the events of a growing NDJSON file, and lets rules search them as they come. */
export const watchEvents = async (
  host: Pick<Host, 'addEvents' | 'runRules'>,
  file: string,
  options: Omit<FollowOptions, 'onLines'>,
): Promise<void> => {
  const label = path.basename(file);
  let count = 0;
  await followFile(file, {
    ...options,
    onLines: async (lines) => {
      const events: EventDocument[] = [];
      for (const line of lines) {
        count += 1;
        const event = toDocument(parsed(line), `${label}:${count}`);
        if (event) {
          events.push(event);
        } else {
          options.onNotice(`${file}: line ${count} is no event and was left out.`);
        }
      }
      const { added, overLimit, refused } = host.addEvents(events);
      refused.forEach((reason) => options.onNotice(`${file}: ${reason}`));
      if (overLimit > 0) {
        options.onNotice(
          `${file}: ${overLimit} events were left out, since the host holds no more. Start it again with a newer file.`,
        );
      }
      if (added > 0) {
        host.runRules();
      }
    },
  });
};

const parsed = (line: string): unknown => {
  try {
    return parseExactJson(line);
  } catch {
    // Told of as a line that is no event.
    return undefined;
  }
};
