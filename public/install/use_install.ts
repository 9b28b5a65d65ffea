// SPDX-License-Identifier: Apache-2.0
import { useMemo, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { mayOpenApp } from '../capabilities';
import type { HttpStart } from '../kibana_contracts';
import { APP_ID, PAGE_PATHS } from '../names';
import type { OpenInKibana } from '../open_in_kibana';
import type { Target } from './plan';
import type { InstallPorts } from './ports';
import { begin, isDone, type Progress } from './progress';
import { newMark } from './new_mark';
import { runSteps, undoSteps } from './run_steps';
import { securityApi, type SecurityApi } from './security_api';

/** What pages need of Kibana to make things in Security. */
export interface SecurityOfKibana extends OpenInKibana {
  readonly http: HttpStart;
  /** Of Kibana, such as `8.12.2`. */
  readonly version: string;
}

/** An installation with a Security rule, under way or come to a halt. */
export interface Install {
  /** Undefined where there is no Security. Who holds no privilege of it is refused, and told so. */
  readonly security: SecurityApi | undefined;
  readonly progress: Progress | undefined;
  readonly start: (target: Target) => void;
  readonly goOn: () => void;
  readonly undo: () => void;
  /** Leaves things as they are; what is there is found again. */
  readonly leave: () => void;
  readonly addressOf: (path: string) => string;
}

/** Security's app, which no feature names: it may be opened wherever it is there, whatever the user may do. */
const SECURITY_APP = 'securitySolutionUI';

export function useInstall(
  own: InstallPorts['own'],
  { http, capabilities, addressOf }: SecurityOfKibana,
): Install {
  const queryClient = useQueryClient();
  const [progress, tell] = useState<Progress>();
  const hasSecurity = mayOpenApp(capabilities, SECURITY_APP);
  const security = useMemo(
    () => (hasSecurity ? securityApi(http) : undefined),
    [hasSecurity, http],
  );
  const ports = security && {
    security,
    own,
    alertsAddress: addressOf(`/app/${APP_ID}${PAGE_PATHS.alerts}`),
  };

  const end = async (): Promise<void> => {
    // What is not shown just now would else be shown once more as it was.
    queryClient.removeQueries({ type: 'inactive' });
    await queryClient.invalidateQueries();
    tell(undefined);
  };
  const run = async (from: Progress): Promise<void> => {
    if (ports && isDone(await runSteps(from, ports, tell))) {
      await end();
    }
  };
  return {
    security,
    progress,
    addressOf,
    start: (target) => void run(begin(target, newMark())),
    goOn: () => progress && void run(progress),
    undo: () =>
      progress &&
      ports &&
      void undoSteps(progress, ports, tell).then((left) => (left ? undefined : end())),
    leave: () => void end(),
  };
}
