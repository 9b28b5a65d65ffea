// SPDX-License-Identifier: Apache-2.0
import { all, type FieldTree } from './field_tree';
import { CODE_SIGNATURE, DEVICE, GROUP, HASH, PE, USER } from './shared_fields';

/** Whom the process runs as. */
const IDENTITIES: FieldTree = {
  user: USER,
  real_user: USER,
  saved_user: USER,
  group: GROUP,
  real_group: GROUP,
  saved_group: GROUP,
  supplemental_groups: GROUP,
};

const TERMINAL: FieldTree = { char_device: all('long', 'major', 'minor') };

/** What is told of the process itself, of its parent and of the leaders above it. */
const ANY_PROCESS: FieldTree = {
  ...IDENTITIES,
  ...all('caseless', 'executable', 'name', 'working_directory'),
  ...all('keyword', 'args', 'entity_id'),
  ...all('long', 'args_count', 'pid'),
  command_line: 'command line',
  interactive: 'boolean',
  start: 'date',
  tty: TERMINAL,
};

const REFERENCE: FieldTree = { entity_id: 'keyword', pid: 'long', start: 'date' };

const LEADER: FieldTree = {
  ...ANY_PROCESS,
  same_as_process: 'boolean',
  parent: { ...REFERENCE, session_leader: REFERENCE },
};

const NESTED_SIGNATURES: FieldTree = { code_signature: ['nested', CODE_SIGNATURE] };

const CALL_STACK: FieldTree = {
  ...all('keyword', 'callsite_leading_bytes', 'callsite_trailing_bytes'),
  ...all('keyword', 'protection', 'symbol_info'),
  allocation_private_bytes: 'unsigned_long',
};

const THREAD: FieldTree = {
  id: 'long',
  name: 'keyword',
  capabilities: all('keyword', 'effective', 'permitted'),
  Ext: {
    call_stack: CALL_STACK,
    call_stack_contains_unbacked: 'boolean',
    call_stack_summary: 'keyword',
    hardware_breakpoint_set: 'boolean',
  },
};

/** The process itself and its parent. */
const CLOSE_PROCESS: FieldTree = {
  ...ANY_PROCESS,
  code_signature: CODE_SIGNATURE,
  exit_code: 'long',
  hash: HASH,
  pe: PE,
  ...all('long', 'pgid', 'ppid', 'uptime'),
  thread: THREAD,
  title: 'searchable',
};

const PARENT: FieldTree = {
  ...CLOSE_PROCESS,
  group_leader: REFERENCE,
  Ext: {
    ...NESTED_SIGNATURES,
    ...all('keyword', 'architecture', 'protection', 'user'),
    real: all('long', 'pid'),
  },
};

/** What only some Linux system calls tell. */
const LINUX_CALLS: FieldTree = {
  load_module: {
    ...all('keyword', 'name', 'src_version', 'taint_flags', 'version'),
    taints: 'long',
  },
  memfd: {
    ...all('boolean', 'flag_allow_seal', 'flag_cloexec', 'flag_exec', 'flag_hugetlb'),
    flag_noexec_seal: 'boolean',
    flags: 'long',
    name: 'keyword',
  },
  ptrace: all('long', 'addr', 'child_pid', 'data', 'request'),
  shmget: all('long', 'flags', 'key', 'size'),
};

/** What only Windows tells. */
const WINDOWS: FieldTree = {
  ...all('keyword', 'authentication_id', 'desktop_name', 'mitigation_policies', 'protection'),
  created_suspended: 'boolean',
  dll: {
    ...all('keyword', 'name', 'path'),
    Ext: all('unsigned_long', 'mapped_address', 'mapped_size'),
  },
  session: 'keyword',
  session_info: {
    ...all('double', 'relative_logon_time', 'relative_password_age'),
    ...all('keyword', 'authentication_package', 'client_address', 'logon_type', 'user_flags'),
    id: 'unsigned_long',
  },
  token: {
    ...all('keyword', 'elevation_level', 'elevation_type', 'integrity_level_name'),
    elevation: 'boolean',
    security_attributes: 'keyword',
  },
  windows: all('keyword', 'zone_identifier'),
};

const EXTENSIONS: FieldTree = {
  ...NESTED_SIGNATURES,
  ...LINUX_CALLS,
  ...WINDOWS,
  ...all('boolean', 'trusted', 'trusted_descendant'),
  ...all('double', 'relative_file_creation_time', 'relative_file_name_modify_time'),
  ...all('keyword', 'ancestry', 'architecture', 'defense_evasions'),
  device: DEVICE,
  effective_parent: { ...all('keyword', 'entity_id', 'executable', 'name'), pid: 'long' },
  script: { content: 'match_only_text', path: 'keyword' },
};

export const PROCESS_FIELDS: FieldTree = {
  process: {
    ...CLOSE_PROCESS,
    ...all('long keyword', 'origin_referrer_url', 'origin_url'),
    ai_agent: { is_descendant: 'boolean', name: 'keyword' },
    end: 'date',
    entry_leader: {
      ...LEADER,
      attested_groups: all('keyword', 'name'),
      attested_user: USER,
      entry_meta: { source: all('ip', 'ip'), type: 'keyword' },
    },
    env_vars: 'keyword',
    Ext: EXTENSIONS,
    group_leader: LEADER,
    io: {
      ...all('long', 'total_bytes_captured', 'total_bytes_skipped'),
      max_bytes_per_process_exceeded: 'boolean',
      text: 'wildcard',
    },
    parent: PARENT,
    previous: { args: 'keyword', args_count: 'long', executable: 'caseless' },
    session_leader: LEADER,
    tty: { ...TERMINAL, ...all('long', 'columns', 'rows') },
  },
  package: all('keyword', 'name'),
};
