// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Flow } from './flow';
import type { Activity } from './model/activity';
import { EVENTS } from './to_ecs';

/** What is told of a recording: what was done and why it counts as it does, and what the trace holds. */
const labelOf = (
  { name, label, technique, shouldDetect, why, needs, script }: Flow,
  activities: readonly Activity[],
): { readonly flow: string } => {
  const counts: Record<string, number> = {};
  for (const { kind } of activities) {
    const { category, action } = EVENTS[kind];
    const key = `${category}:${action}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  const connections = activities.flatMap((activity) =>
    activity.kind === 'connect'
      ? [[path.posix.basename(activity.process.executable.invoked), activity.ip, activity.port]]
      : [],
  );
  return {
    ...{ flow: name, label, technique, should_detect: shouldDetect, why, needs },
    ...{ n_events: activities.length, counts, connections, script },
  };
};

/** Writes the label of a recording in its place among the others. */
export const writeLabel = (file: string, flow: Flow, activities: readonly Activity[]): void => {
  const label = labelOf(flow, activities);
  const others = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly flow: string }[])
    : [];
  const all = [...others.filter((other) => other.flow !== label.flow), label].sort((a, b) =>
    a.flow < b.flow ? -1 : 1,
  );
  writeFileSync(file, `${JSON.stringify(all, null, 1)}\n`);
};
