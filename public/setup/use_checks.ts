// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReadinessResponse } from '../../common/api';
import type { ServerApi } from '../server_api';
import { checksOf, withNewer, type StepId } from './setup_steps';

const KEY = ['readiness'];

/** The checks, and how to do those of one step again. */
export function useChecks(api: ServerApi) {
  const client = useQueryClient();
  const all = useQuery(KEY, () => api.readiness());
  const step = useMutation((id: StepId) => api.readiness(checksOf(id)), {
    onSuccess: ({ checks }) =>
      client.setQueryData<ReadinessResponse>(
        KEY,
        (known) => known && { checks: withNewer(known.checks, checks) },
      ),
  });
  return { all, step };
}
