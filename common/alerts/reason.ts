// SPDX-License-Identifier: Apache-2.0
import { readDefendEvent, textAt, smallNumberAt } from '../ecs';
import type { EventSource } from '../eql/types/field_reader';
import type { SecurityRule } from './security_rule';

/** The sentence that Security shows for an alert on one event (observed on Kibana 8.12.2). */
export const blockReason = (source: EventSource, { name, params }: SecurityRule): string => {
  const { categories, processName, parentName, fileName, userName, hostName } =
    readDefendEvent(source);
  const details = [
    part('process', processName),
    part('parent process', parentName),
    part('file', fileName),
    part('source', address(source, 'source')),
    part('destination', address(source, 'destination')),
    ...(userName === undefined ? [] : [`by ${userName}`]),
  ].filter((detail) => detail !== undefined);
  const what = [...(categories.length > 0 ? [categories.join(', ')] : []), 'event'].join(' ');
  const withDetails = details.length > 0 ? ` with ${details.join(', ')}` : '';
  const where = hostName === undefined ? '' : ` on ${hostName}`;
  return `${what}${withDetails}${where} created ${params.severity} alert ${name}.`;
};

const part = (label: string, value: string | undefined): string | undefined =>
  value === undefined ? undefined : `${label} ${value}`;

const address = (source: EventSource, side: 'source' | 'destination'): string | undefined => {
  const ip = textAt(source, `${side}.ip`);
  const port = smallNumberAt(source, `${side}.port`);
  return ip === undefined || port === undefined ? ip : `${ip}:${port}`;
};
