// SPDX-License-Identifier: Apache-2.0
import type { AlertsQuery } from '../../common/api';
import { parseIpRange } from '../../common/eql/types/ip';
import type { QueryDsl } from '../../common/exclusions';

type Filters = Pick<
  AlertsQuery,
  'status' | 'severity' | 'host' | 'user' | 'search' | 'from' | 'to'
>;

/** The query for what people filter by; each given filter must hold. */
export const listFilter = ({
  status,
  severity,
  host,
  user,
  search,
  from,
  to,
}: Filters): QueryDsl => ({
  bool: {
    filter: [
      ...oneOf(status, 'kibana.alert.workflow_status'),
      ...oneOf(severity, 'kibana.alert.severity'),
      ...oneOf(host, 'host.name', 'host.id'),
      ...oneOf(user, 'user.name'),
      ...(search === undefined || search === '' ? [] : [containing(search)]),
      ...(from === undefined ? [] : [{ range: { '@timestamp': { gte: from } } }]),
      ...(to === undefined ? [] : [{ range: { '@timestamp': { lte: to } } }]),
    ],
  },
});

const oneOf = (values: readonly string[], ...fields: readonly string[]): QueryDsl[] =>
  values.length === 0 ? [] : [any(fields.map((field) => ({ terms: { [field]: values } })))];

const any = (queries: readonly QueryDsl[]): QueryDsl => ({
  bool: { should: queries, minimum_should_match: 1 },
});

/** Where people look for text. */
const TEXT_FIELDS = [
  'kibana.alert.reason',
  'kibana.alert.rule.name',
  'host.name',
  'user.name',
  'process.name',
  'process.executable',
  'file.name',
  'file.path',
];

/** The text anywhere in one of the fields, whatever its case; an address or a block of them as such, too. */
const containing = (text: string): QueryDsl => {
  const value = `*${text.replace(/[\\*?]/g, '\\$&')}*`;
  return any([
    ...TEXT_FIELDS.map((field) => ({ wildcard: { [field]: { value, case_insensitive: true } } })),
    ...(isNetwork(text)
      ? [{ term: { 'destination.ip': text } }, { term: { 'source.ip': text } }]
      : []),
  ]);
};

const isNetwork = (text: string): boolean => {
  try {
    parseIpRange(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) {
      return false;
    }
    throw error;
  }
};
