// SPDX-License-Identifier: Apache-2.0
import { fileSource } from '../../standalone/input/byte_source';
import type { Detection } from '../../standalone/scan/scan_finding';
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
  const quiet = await compare(noise, times, 'lineage');
  const both = await compare(noise, times, 'both');
  const active = await compare(busy, times, 'lineage');
  return {
    figures: [
      ratioFigure('lineage: scan time ÷ that of the published rule', quiet.ratio, {
        bar: atMost(1.5, quiet.ratio.value),
      }),
      ratioFigure('both detections: scan time ÷ that of the published rule', both.ratio),
      ratioFigure('lineage, busy input: scan time ÷ that of the published rule', active.ratio),
    ],
    notes: [
      `Lineage: ${quiet.alerts} alerts in the input, ${active.alerts} in the busy one; ${times} runs each in turn with the published rule.`,
    ],
  };
};

const compare = async ({ path }: BenchInput, times: number, detection: Detection | 'both') => {
  const { a: compared, b: published } = await inTurn(
    times,
    () => scanRule(() => fileSource(path), defaultSlack(), detection),
    () => scanRule(() => fileSource(path)),
  );
  return {
    alerts: compared[0]?.alerts ?? 0,
    ratio: ratioOf(
      compared.map(({ milliseconds }) => milliseconds),
      published.map(({ milliseconds }) => milliseconds),
    ),
  };
};
