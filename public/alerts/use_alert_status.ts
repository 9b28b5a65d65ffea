// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AlertStatus } from '../../common/api';
import type { ServerApi } from '../server_api';

export interface StatusChange {
  readonly ids: readonly string[];
  readonly status: AlertStatus;
}

/** Changes the status of alerts, and looks at all of them again. */
export function useAlertStatus(api: ServerApi, onChanged: () => void = () => undefined) {
  const queryClient = useQueryClient();
  return useMutation(({ ids, status }: StatusChange) => api.changeStatus(ids, status), {
    onSuccess: onChanged,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries(['alerts']),
        queryClient.invalidateQueries(['alert']),
      ]),
  });
}

export type StatusMutation = ReturnType<typeof useAlertStatus>;
