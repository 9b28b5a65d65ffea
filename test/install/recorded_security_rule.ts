// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { StoredObject } from '../../standalone/kibana/saved_objects';

type Fields = Readonly<Record<string, unknown>>;

/** The published rule as a real Kibana 8.12.2 stores it, with our exception list attached. */
const [RECORDED] = JSON.parse(
  readFileSync(path.join(__dirname, '../kibana/recorded/alert_saved_objects.json'), 'utf8'),
) as [StoredObject & { readonly attributes: { readonly params: Fields } }];

export const recordedSecurityRule = ({
  id = RECORDED.id,
  params = {},
  ...attributes
}: { readonly id?: string; readonly params?: Fields } & Fields = {}): StoredObject => ({
  ...RECORDED,
  id,
  attributes: {
    ...RECORDED.attributes,
    ...attributes,
    params: { ...RECORDED.attributes.params, ...params },
  },
});
