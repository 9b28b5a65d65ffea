// SPDX-License-Identifier: Apache-2.0
import { fileSource } from '../../standalone/input/byte_source';
import { CROWD_HOSTS, crowdSlack } from '../crowd';
import { inTurn } from '../in_turn';
import type { BenchInput } from '../input/prepare_inputs';
import { parseEveryLine } from '../json_parse';
import { atMost, below, ratioFigure, type Figures } from '../report/figure';
import { scanRule } from '../rule_scan';
import { ratioOf, type Ratio } from '../statistics';

interface ParseRatios {
  readonly calls: Ratio;
  readonly whole: Ratio;
  readonly events: number;
  readonly alerts: number;
}

/** How long a scan takes, against parsing every line with JSON.parse. */
export const parseTimeFigures = async (
  noise: BenchInput,
  busy: BenchInput,
  times: number,
): Promise<Figures> => {
  const { calls, whole, ...quiet } = await compare(noise, times);
  const crowd = await compare(noise, times, crowdSlack());
  const active = await compare(busy, times);
  return {
    figures: [
      ratioFigure('scan time ÷ JSON.parse calls alone', calls, {
        bar: atMost(1.1, calls.value),
        goal: below(0.6, calls.value),
      }),
      ratioFigure('scan time ÷ reading, decoding and JSON.parse', whole),
      ratioFigure(`${CROWD_HOSTS} hosts at once: scan time ÷ JSON.parse calls alone`, crowd.calls),
      ratioFigure('busy input: scan time ÷ JSON.parse calls alone', active.calls),
      ratioFigure('busy input: scan time ÷ reading, decoding and JSON.parse', active.whole),
    ],
    notes: [
      inputNote('Input', noise, quiet),
      inputNote('Busy input', busy, active),
      `${CROWD_HOSTS} hosts at once: the input with a slack of ${crowdSlack() / 1000} s, which holds as many events as when so many hosts write into one stream.`,
      `Scan and JSON.parse: ${times} runs each in turn in one process, after one to warm up. Ratio of the medians; spread of the single pairs.`,
    ],
  };
};

const compare = async (
  { path }: BenchInput,
  times: number,
  slack?: number,
): Promise<ParseRatios> => {
  const { a: scans, b: parses } = await inTurn(
    times,
    () => scanRule(() => fileSource(path), slack),
    () => parseEveryLine(path),
  );
  const ours = scans.map(({ milliseconds }) => milliseconds);
  return {
    calls: ratioOf(
      ours,
      parses.map(({ calls }) => calls),
    ),
    whole: ratioOf(
      ours,
      parses.map(({ whole }) => whole),
    ),
    events: scans[0]?.events ?? 0,
    alerts: scans[0]?.alerts ?? 0,
  };
};

const inputNote = (
  name: string,
  { what, bytes }: BenchInput,
  { events, alerts }: { readonly events: number; readonly alerts: number },
): string =>
  `${name}: ${events.toLocaleString('en')} events, ${bytes.toLocaleString('en')} bytes, ${alerts} alerts: ${what}.`;
