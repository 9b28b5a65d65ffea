// SPDX-License-Identifier: Apache-2.0

/** What the events of a host tell of it. */
export interface HostFacts {
  /** `host.id` */
  readonly id: string | null;
  readonly agentId: string | null;
  readonly name: string | null;
  readonly os: string | null;
  readonly sensorVersion: string | null;
  /** Times in milliseconds since 1970; null where no such event came. */
  readonly lastEvent: number;
  readonly lastProcess: number | null;
  readonly lastFile: number | null;
  readonly lastNetwork: number | null;
  /** How many events say that they come from Linux. */
  readonly onLinux: number;
  /** How many processes were started, files created, connections attempted. */
  readonly starts: number;
  readonly creations: number;
  readonly connections: number;
  /** How many events the stages compile and link of the published rule could take. */
  readonly compiles: number;
  readonly links: number;
  /** How many process starts tell how the sensor names processes. */
  readonly names: {
    readonly invoked: number;
    readonly resolved: number;
    readonly likelyInvoked: number;
  };
}
