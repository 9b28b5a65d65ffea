// SPDX-License-Identifier: Apache-2.0
import type { Endpoint } from '../http/endpoint';
import { bulk } from './bulk';
import { clusterHealth, info } from './cluster';
import { count } from './count';
import { getDocument, multiGet } from './documents';
import { eqlSearch } from './eql_search';
import { fieldCaps } from './field_caps';
import { authenticate, hasPrivileges } from './has_privileges';
import { createIndex, deleteIndex, getMapping, indexExists } from './indices';
import { closePointInTime, openPointInTime } from './point_in_time';
import { refresh } from './refresh';
import { resolveIndex } from './resolve_index';
import { search } from './search';
import { updateByQuery, type Scripts } from './update_by_query';

/** All that the double answers; anything else is 501. */
export const endpoints = (scripts: Scripts): readonly Endpoint[] => [
  authenticate,
  bulk,
  closePointInTime,
  clusterHealth,
  count,
  createIndex,
  deleteIndex,
  eqlSearch,
  fieldCaps,
  getDocument,
  getMapping,
  hasPrivileges,
  indexExists,
  info,
  multiGet,
  openPointInTime,
  refresh,
  resolveIndex,
  search,
  updateByQuery(scripts),
];
