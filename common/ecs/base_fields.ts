// SPDX-License-Identifier: Apache-2.0
import { all, type FieldTree } from './field_tree';
import { GROUP } from './shared_fields';

const REAL_IDS: FieldTree = { real: all('keyword', 'id', 'name') };

const GROUP_FIELDS: FieldTree = { ...GROUP, domain: 'keyword', Ext: REAL_IDS };

const USER_FIELDS: FieldTree = {
  ...all('keyword', 'domain', 'email', 'hash', 'id', 'roles'),
  ...all('searchable', 'full_name', 'name'),
  group: GROUP_FIELDS,
  Ext: REAL_IDS,
};

const EVENT_FIELDS: FieldTree = {
  ...all('keyword', 'action', 'category', 'code', 'dataset', 'hash', 'id', 'kind', 'module'),
  ...all('keyword', 'outcome', 'provider', 'reason', 'reference', 'timezone', 'type', 'url'),
  ...all('keyword', 'agent_id_status'),
  ...all('date', 'created', 'end', 'ingested', 'start'),
  ...all('float', 'risk_score', 'risk_score_norm'),
  ...all('long', 'duration', 'sequence', 'severity'),
  Ext: { correlation: all('keyword', 'id') },
};

const HOST_FIELDS: FieldTree = {
  ...all('keyword', 'architecture', 'domain', 'hostname', 'id', 'mac', 'name', 'type'),
  pid_ns_ino: 'keyword',
  boot: all('keyword', 'id'),
  ip: 'ip',
  uptime: 'long',
  os: {
    ...all('keyword', 'family', 'kernel', 'platform', 'type', 'version'),
    ...all('caseless', 'full', 'name'),
    Ext: all('keyword', 'variant'),
  },
};

const THREAT_FIELDS: FieldTree = {
  framework: 'keyword',
  tactic: all('keyword', 'id', 'name', 'reference'),
  technique: {
    ...all('keyword', 'id', 'reference'),
    name: 'searchable',
    subtechnique: { ...all('keyword', 'id', 'reference'), name: 'searchable' },
  },
};

/** Where a container or a cloud machine is the host. */
const SURROUNDINGS: FieldTree = {
  cloud: {
    ...all('keyword', 'provider', 'region'),
    account: all('keyword', 'id'),
    instance: all('keyword', 'id', 'name'),
    project: all('keyword', 'id'),
  },
  container: {
    ...all('keyword', 'id', 'name'),
    image: { ...all('keyword', 'name', 'tag'), hash: all('keyword', 'all') },
  },
  orchestrator: {
    namespace: 'keyword',
    cluster: all('keyword', 'id', 'name'),
    resource: {
      ...all('keyword', 'name', 'type'),
      ip: 'ip',
      parent: all('keyword', 'type'),
    },
  },
};

/** The fields that events of every kind may have. */
export const BASE_FIELDS: FieldTree = {
  '@timestamp': 'date',
  message: 'match_only_text',
  tags: 'keyword',
  labels: {},
  agent: all('keyword', 'ephemeral_id', 'id', 'name', 'type', 'version'),
  // A constant_keyword holds for one data stream, and a search here goes over several.
  data_stream: all('keyword', 'dataset', 'namespace', 'type'),
  ecs: all('keyword', 'version'),
  elastic: { agent: all('keyword', 'id') },
  event: EVENT_FIELDS,
  group: GROUP_FIELDS,
  host: HOST_FIELDS,
  related: { ...all('keyword', 'hash', 'hosts', 'user'), ip: 'ip' },
  rule: {
    ...all('keyword', 'author', 'category', 'description', 'id', 'license', 'name'),
    ...all('keyword', 'reference', 'ruleset', 'uuid', 'version'),
  },
  threat: THREAT_FIELDS,
  user: USER_FIELDS,
  ...SURROUNDINGS,
};
