// SPDX-License-Identifier: Apache-2.0
import type { CheckId, CheckResult, Rule } from '../../common/api';
import type { RuleParams } from '../../common/rule';
import type { UserAccess } from '../elasticsearch/ask_as_user';
import type { ExclusionStore } from '../exclusion_store/exclusion_store';
import type { EventIndex } from '../search/event_index';
import type { EventOrigin } from './event_origin';
import type { FleetAccess } from './fleet_access';

/** What checks look at, with the rights of the user. Each call of a function throws a `Failure`. */
export interface CheckContext {
  readonly access: UserAccess;
  readonly eventIndex: EventIndex;
  readonly spaceId: string;
  readonly origin: EventOrigin;
  /** Of our rule; the defaults as long as there is none. */
  readonly params: RuleParams;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly rule: () => Promise<Rule | undefined>;
  /** Undefined where the lists plugin is off. */
  readonly exclusions: ExclusionStore | undefined;
  /** Undefined where the Fleet plugin is off. */
  readonly fleet: FleetAccess | undefined;
}

export type CheckOutcome = Pick<CheckResult, 'status' | 'message' | 'details'> & {
  /** What to do about it; neither for `ok` nor for `not_applicable`. */
  readonly remedy?: string;
};

/** Looks at one thing that the detection needs. What it throws makes its status `unknown`. */
export interface Check {
  readonly id: CheckId;
  /** A function, as the language is known when somebody asks. */
  readonly title: () => string;
  run(context: CheckContext): Promise<CheckOutcome>;
}
