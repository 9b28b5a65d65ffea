// SPDX-License-Identifier: Apache-2.0
import { BehaviorSubject } from 'rxjs';
import type { CoreStart } from '../../../public/kibana_contracts';
import type { HostStatus } from '../../host/host_status';
import { HOST_BASE } from '../../host/http/host_base';

/** What the host says of itself; `undefined` until it has answered, `gone` when it does no more. */
export type SeenStatus = HostStatus | 'gone' | undefined;

/** How often the host is asked, in milliseconds: events of a watched file are seen soon. */
const LOOK_EVERY = 2_000;

export interface StatusWatch {
  readonly status$: BehaviorSubject<SeenStatus>;
  /** Asks at once. */
  readonly look: () => Promise<void>;
}

/** Asks the host again and again. @param onNews called when events have come, rules have run, or the host is back */
export const watchStatus = (http: CoreStart['http'], onNews: () => void): StatusWatch => {
  const status$ = new BehaviorSubject<SeenStatus>(undefined);
  const look = async (): Promise<void> => {
    const before = status$.value;
    const now = await http
      .get(`${HOST_BASE}/status`)
      .then((answer) => answer as HostStatus)
      .catch(() => 'gone' as const);
    status$.next(now);
    if (before !== undefined && isSeen(now) && newsOf(before) !== newsOf(now)) {
      onNews();
    }
  };
  const lookOn = (): void => {
    void look().then(() => setTimeout(lookOn, LOOK_EVERY));
  };
  lookOn();
  return { status$, look };
};

const isSeen = (status: SeenStatus): status is HostStatus =>
  status !== undefined && status !== 'gone';

const newsOf = (status: HostStatus | 'gone'): string =>
  isSeen(status) ? `${status.events.count} ${status.rules.runs}` : status;
