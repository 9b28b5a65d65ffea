// SPDX-License-Identifier: Apache-2.0
import { fileSource } from '../../standalone/input/byte_source';
import { inTurn } from '../in_turn';
import type { BenchInput } from '../input/prepare_inputs';
import { atMost, ratioFigure, type Figures } from '../report/figure';
import { defaultSlack, scanRule } from '../rule_scan';
import { ratioOf } from '../statistics';

/** How long following built files takes, against the published rule on the same input. */
export const lineageTimeFigures = async (
  noise: BenchInput,
  busy: BenchInput,
  times: number,
): Promise<Figures> => {
  const quiet = await compare(noise, times);
  const active = await compare(busy, times);
  return {
    figures: [
      ratioFigure('lineage: scan time ÷ that of the published rule', quiet.ratio, {
        bar: atMost(1.5, quiet.ratio.value),
      }),
      ratioFigure('lineage, busy input: scan time ÷ that of the published rule', active.ratio),
    ],
    notes: [
      `Lineage: ${quiet.alerts} alerts in the input, ${active.alerts} in the busy one; ${times} runs each in turn with the published rule.`,
    ],
  };
};

const compare = async ({ path }: BenchInput, times: number) => {
  const { a: lineage, b: published } = await inTurn(
    times,
    () => scanRule(() => fileSource(path), defaultSlack(), 'lineage'),
    () => scanRule(() => fileSource(path)),
  );
  return {
    alerts: lineage[0]?.alerts ?? 0,
    ratio: ratioOf(
      lineage.map(({ milliseconds }) => milliseconds),
      published.map(({ milliseconds }) => milliseconds),
    ),
  };
};
