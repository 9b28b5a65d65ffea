// SPDX-License-Identifier: Apache-2.0

/** What the host says of itself, `GET /internal/recently_compiled_host/status`. */
export interface HostStatus {
  readonly time: {
    /** The end of a recording, or the clock of this computer. */
    readonly source: 'recording' | 'clock';
    readonly now: string;
    /** In one sentence, in the language of the request. */
    readonly explanation: string;
  };
  readonly events: {
    readonly source: 'files' | 'elasticsearch';
    /** Null where they are in a cluster. */
    readonly count: number | null;
    readonly from: string | null;
    readonly to: string | null;
  };
  readonly rules: {
    /** How many runs have ended since the host was started. */
    readonly runs: number;
  };
}
