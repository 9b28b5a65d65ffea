// SPDX-License-Identifier: Apache-2.0
import { findRules } from './find_rules';
import type { InstallPorts } from './ports';
import type { Progress } from './progress';
import { isMarkedBy } from './published_security_rule';

/**
 * Takes back what this installation has made, the last first, and nothing else: what was there before stays, and so
 * does a list that has got an exclusion meanwhile. What is gone already is fine, so it can be done again after a
 * failure. Looks at what is there instead of trusting the answers, some of which may have been lost.
 */
export async function undo(progress: Progress, ports: InstallPorts): Promise<void> {
  await undoLink(progress, ports);
  await undoRule(progress, ports);
  await undoList(progress, ports);
}

/** Whether taking back can make a difference. */
export const mayUndo = ({ steps }: Progress): boolean =>
  steps.some(({ state }) => state.status !== 'waiting');

async function undoLink({ made }: Progress, { own }: InstallPorts): Promise<void> {
  const { securityRuleId, ownBefore } = made;
  if (securityRuleId === undefined || ownBefore === undefined || ownBefore === 'linked') {
    return;
  }
  const { rule } = await own.rule();
  if (rule?.link?.securityRuleId === securityRuleId) {
    await own.changeRule({ action: ownBefore === 'none' ? 'uninstall' : 'unlink' });
  }
}

async function undoRule({ target, mark }: Progress, { security }: InstallPorts): Promise<void> {
  if (target.kind !== 'new') {
    return;
  }
  const made = (await findRules(security)).filter((rule) => isMarkedBy(rule, mark));
  for (const { id } of made) {
    await security.deleteRule(id);
  }
}

async function undoList({ mark }: Progress, { security }: InstallPorts): Promise<void> {
  const list = await security.readList();
  if (list && isMarkedBy(list, mark) && (await security.countExclusions()) === 0) {
    await security.deleteList(list.id);
  }
}
