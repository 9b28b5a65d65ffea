// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext } from 'react';
import { useQuery } from '@tanstack/react-query';

export type ReadValues = (field: string) => Promise<readonly string[]>;

/** Where the editor gets the values of a field from: the events of the last days. */
export const UsualValues = createContext<ReadValues>(async () => []);

/** Values that a field has in events. Where they can not be read people write their own, so that is no failure. */
export const useUsualValues = (
  field: string,
): { readonly values: readonly string[]; readonly isLoading: boolean } => {
  const read = useContext(UsualValues);
  const { data, isFetching } = useQuery(['exclusions', 'values', field], () => read(field), {
    enabled: field !== '',
    staleTime: 60_000,
  });
  return { values: data ?? [], isLoading: isFetching };
};
