// SPDX-License-Identifier: Apache-2.0
import { commandTargets, type Target } from './command_targets';
import type { LineageEvent } from './lineage_event';

/** Options with which `cp` may leave the file as it is. */
const MAY_KEEP =
  /^(?:-[a-zA-Z]*[niu][a-zA-Z]*|--(?:no-clobber|interactive|update.*|attributes-only))$/;

/** What a command writes over, or would if it is there: no file event tells of that, as nothing is created. */
export const overwrittenBy = ({ args, workingDirectory }: LineageEvent): Target[] =>
  args.some((arg) => MAY_KEEP.test(arg))
    ? []
    : commandTargets(args, workingDirectory).filter(({ step }) => step === 'copy');
