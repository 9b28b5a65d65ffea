// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';

/** The folders of the recorder, from that of the repository. */
export const placesIn = (repository: string) => {
  const captures = path.join(repository, 'test', 'captures');
  const record = path.join(captures, 'record');
  return {
    flows: path.join(record, 'flows'),
    sources: path.join(record, 'sources'),
    namespace: path.join(record, 'namespace'),
    recorded: path.join(captures, 'recorded'),
  };
};

/** Where flows run. Made for each and removed behind it, so it must not be there for anything else. */
export const SANDBOX = '/home/dev';
