// SPDX-License-Identifier: Apache-2.0
import type { RuleParams } from '../rule';

/** The parameters that lineage depends on. */
export type LineageParams = Pick<
  RuleParams,
  | 'lineageLinkers'
  | 'lineageCompilers'
  | 'lineageWindow'
  | 'excludedProcessNames'
  | 'excludedNetworks'
>;
