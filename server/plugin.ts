// SPDX-License-Identifier: Apache-2.0

/** The server side of the plugin, as Kibana starts and stops it. */
export class RecentlyCompiledPlugin {
  setup(): void {}

  start(): void {}

  stop(): void {}
}
