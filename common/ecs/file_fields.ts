// SPDX-License-Identifier: Apache-2.0
import { all, type FieldTree } from './field_tree';
import { CODE_SIGNATURE, DEVICE, HASH, PE } from './shared_fields';

const OWNERSHIP = all('keyword', 'gid', 'group', 'mode', 'owner', 'uid');

const MALWARE_SIGNATURE: FieldTree = {
  ...all('text', 'all_names', 'identifier'),
  version: 'keyword',
  primary: [
    'nested',
    {
      matches: ['nested', {}],
      signature: [
        'nested',
        { ...all('keyword', 'id', 'name'), hash: ['nested', all('keyword', 'sha256')] },
      ],
    },
  ],
  secondary: ['nested', {}],
};

const EXTENSIONS: FieldTree = {
  device: DEVICE,
  entropy: 'double',
  header_bytes: 'keyword',
  header_data: 'text',
  malware_signature: ['nested', MALWARE_SIGNATURE],
  monotonic_id: 'unsigned_long',
  original: { ...OWNERSHIP, ...all('keyword', 'extension', 'name', 'path') },
  windows: all('keyword', 'zone_identifier'),
};

export const FILE_FIELDS: FieldTree = {
  file: {
    ...OWNERSHIP,
    ...all('caseless', 'path', 'target_path'),
    ...all('date', 'accessed', 'created', 'ctime', 'mtime'),
    ...all('keyword', 'attributes', 'device', 'directory', 'drive_letter', 'extension'),
    ...all('keyword', 'inode', 'mime_type', 'name', 'type'),
    ...all('long keyword', 'origin_referrer_url', 'origin_url'),
    code_signature: CODE_SIGNATURE,
    Ext: EXTENSIONS,
    hash: HASH,
    pe: PE,
    size: 'long',
  },
  // What macOS tells of programs that start by themselves.
  Effective_process: { ...all('keyword', 'entity_id', 'executable', 'name'), pid: 'long' },
  Persistence: {
    ...all('boolean', 'keepalive', 'runatload'),
    ...all('keyword', 'args', 'executable', 'name', 'path'),
  },
};
