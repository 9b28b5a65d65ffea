// SPDX-License-Identifier: Apache-2.0
import { fileSource } from '../../standalone/input/byte_source';
import { engineMilliseconds } from '../engine_only';
import { inTurn } from '../in_turn';
import type { BenchInput } from '../input/prepare_inputs';
import { openPythonEngine, type PythonEngine } from '../python/python_engine';
import { QUERY_DIFFERENCES } from '../python/python_query';
import { atLeast, ratioFigure, type Figures } from '../report/figure';
import { scanRule } from '../rule_scan';
import { ratioOf } from '../statistics';

export interface PythonFigures extends Figures {
  readonly isMeasured: boolean;
  readonly versions: string;
}

const NAME = 'events per second ÷ those of Python eql';

/** How many events a scan takes in a second, against the Python engine on the same events. */
export const pythonSpeedFigures = async (
  noise: BenchInput,
  busy: BenchInput,
  times: number,
): Promise<PythonFigures> => {
  const python = openPythonEngine();
  if ('missing' in python) {
    return {
      isMeasured: false,
      versions: 'Python eql not measured',
      figures: [{ name: NAME, value: 'not measured', spread: '' }],
      notes: [`Python eql is not measured: ${python.missing}.`],
    };
  }
  return measure(python, noise, busy, times);
};

const measure = async (
  python: PythonEngine,
  noise: BenchInput,
  busy: BenchInput,
  times: number,
): Promise<PythonFigures> => {
  const { a: ours, b: theirs } = await inTurn(
    times,
    async () => ({
      scan: await scanRule(() => fileSource(noise.path)),
      engine: await engineMilliseconds(noise.path),
    }),
    async () => python.run(noise.path),
  );
  // Both read the same events, so times compare as speeds do, the other way round.
  const whole = ratioOf(
    theirs.map(({ milliseconds }) => milliseconds),
    ours.map(({ scan }) => scan.milliseconds),
  );
  const engine = ratioOf(
    theirs.map(({ engineMilliseconds: time }) => time),
    ours.map(({ engine: time }) => time),
  );
  const theirBusy = python.run(busy.path);
  const ourBusy = await scanRule(() => fileSource(busy.path));
  const [scan] = ours;
  const [run] = theirs;
  if (scan?.scan.events !== run?.events) {
    throw new Error(`Python read ${run?.events} events, the scan ${scan?.scan.events}`);
  }
  return {
    isMeasured: true,
    versions: `Python ${theirBusy.python}, eql ${theirBusy.eql}`,
    figures: [
      ratioFigure(NAME, whole, { bar: atLeast(4, whole.value) }),
      ratioFigure('the engines alone, both on parsed events', engine),
    ],
    notes: [
      `Python eql: all events of the input, JSON parsed by its own json.loads, ${times} runs each in turn; the start of Python is not counted. It finds ${theirBusy.findings} of our ${ourBusy.alerts} alerts in the busy input and ${run?.findings} of our ${scan?.scan.alerts} in the other.`,
      ...QUERY_DIFFERENCES.map(
        ({ text, replacement, why }) =>
          `Its query says [${replacement}] for [${text}], because ${why}.`,
      ),
    ],
  };
};
