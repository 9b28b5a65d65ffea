// SPDX-License-Identifier: Apache-2.0
import { all, type FieldTree } from './field_tree';
import { GEO } from './shared_fields';

/** One end of a connection. */
const ENDPOINT: FieldTree = {
  ...all('keyword', 'address', 'domain', 'mac', 'registered_domain', 'subdomain'),
  ...all('long', 'bytes', 'packets', 'port'),
  as: { number: 'long', organization: { name: 'searchable' } },
  geo: GEO,
  ip: 'ip',
  nat: { ip: 'ip', port: 'long' },
  top_level_domain: 'keyword',
};

const DNS: FieldTree = {
  ...all('keyword', 'header_flags', 'id', 'op_code', 'response_code', 'type'),
  answers: { ...all('keyword', 'class', 'data', 'name', 'type'), ttl: 'long' },
  question: {
    ...all('keyword', 'class', 'name', 'registered_domain', 'subdomain', 'type'),
    top_level_domain: 'keyword',
  },
  resolved_ip: 'ip',
  Ext: { options: 'keyword', status: 'long' },
};

const HTTP_MESSAGE: FieldTree = { bytes: 'long', body: { bytes: 'long', content: 'content' } };

export const NETWORK_FIELDS: FieldTree = {
  client: ENDPOINT,
  destination: ENDPOINT,
  dns: DNS,
  http: {
    request: HTTP_MESSAGE,
    response: { ...HTTP_MESSAGE, status_code: 'long', Ext: all('keyword', 'version') },
  },
  network: {
    ...all('keyword', 'application', 'community_id', 'direction', 'iana_number', 'name'),
    ...all('keyword', 'protocol', 'transport', 'type'),
    ...all('long', 'bytes', 'packets'),
  },
  server: ENDPOINT,
  source: ENDPOINT,
};
