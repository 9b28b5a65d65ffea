// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { unreadable } from '../input/byte_source';
import { UsageError } from '../scan/usage_error';
import type { ClusterAddress } from './cluster';
import type { ClusterArguments } from './serve_arguments';

/** How the client reaches the cluster. Throws a `UsageError`, or an `InputError` for the CA file. */
export const clusterAddress = async ({
  url,
  apiKey,
  user,
  password,
  caFile,
}: ClusterArguments): Promise<ClusterAddress> => {
  if ((user === undefined) !== (password === undefined)) {
    throw new UsageError('A user needs a password, and a password a user');
  }
  const auth =
    apiKey !== undefined
      ? { apiKey }
      : user !== undefined && password !== undefined
        ? { username: user, password }
        : undefined;
  const ca =
    caFile === undefined
      ? undefined
      : await readFile(caFile).catch((error: unknown) => {
          throw unreadable(caFile, error);
        });
  return { node: url, ...(auth && { auth }), ...(ca && { tls: { ca } }) };
};
