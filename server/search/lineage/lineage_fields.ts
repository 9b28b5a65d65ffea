// SPDX-License-Identifier: Apache-2.0

/** The fields by which lineage is followed; what an alert shows is fetched for its events alone. */
export const LINEAGE_FIELDS: readonly string[] = [
  '@timestamp',
  ...['event.category', 'event.action'],
  ...['host.id', 'host.name', 'host.hostname', 'agent.id'],
  ...['process.name', 'process.executable', 'process.args', 'process.working_directory'],
  ...['process.pid', 'process.entity_id', 'process.start', 'process.env_vars'],
  'process.exit_code',
  ...['process.parent.pid', 'process.parent.entity_id', 'process.Ext.ancestry'],
  ...['file.path', 'file.Ext.original.path'],
  ...['destination.ip', 'network.transport'],
];
