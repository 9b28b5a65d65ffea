// SPDX-License-Identifier: Apache-2.0
import os from 'node:os';
import { PUBLISHED_RULE } from '../common/rule';
import { BENCH_USAGE, parseBenchArguments, type BenchArguments } from './bench_arguments';
import { lineageRequestFigures } from './figures/lineage_requests';
import { lineageTimeFigures } from './figures/lineage_time';
import { memoryFigures } from './figures/memory';
import { parseTimeFigures } from './figures/parse_time';
import { pythonSpeedFigures } from './figures/python_speed';
import { busyInput, noiseInput } from './input/prepare_inputs';
import { MEMORY_CHILD, runMemoryChild } from './memory_child';
import { reportText } from './report/report_text';
import { defaultSlack } from './rule_scan';

const USAGE_CODE = 2;

const main = async (words: readonly string[]): Promise<number> => {
  if (words[0] === MEMORY_CHILD) {
    await runMemoryChild(words.slice(1));
    return 0;
  }
  const options = argumentsOf(words);
  if (options === undefined || options === 'help') {
    process.stdout.write(BENCH_USAGE);
    return options === 'help' ? 0 : USAGE_CODE;
  }
  return bench(options);
};

const argumentsOf = (words: readonly string[]): BenchArguments | 'help' | undefined => {
  try {
    return parseBenchArguments(words);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n`);
    return undefined;
  }
};

const bench = async (options: BenchArguments): Promise<number> => {
  const { times, memoryTimes, markdown, requirePython } = options;
  tell('preparing the inputs');
  const noise = await noiseInput();
  const busy = await busyInput();
  tell('scan time');
  const time = await parseTimeFigures(noise, busy, times);
  tell('lineage');
  const lineage = await lineageTimeFigures(noise, busy, times);
  tell('lineage in Elasticsearch');
  const searches = await lineageRequestFigures();
  tell('pages');
  // Loaded here alone: what drives a browser has no place in the memory that is measured below.
  const { pageTimeFigures } = await import('./figures/page_time');
  const pages = await pageTimeFigures(times);
  tell('Python eql');
  const python = await pythonSpeedFigures(noise, busy, times);
  tell('memory');
  const memory = memoryFigures(noise, busy, memoryTimes);
  const sections = [time, lineage, searches, pages, python, memory];
  const figures = sections.flatMap((section) => section.figures);
  const bars = figures.flatMap(({ bar }) => bar ?? []);
  const missed = bars.filter(({ isMet }) => !isMet).length;
  process.stdout.write(
    reportText(
      figures,
      [
        `Query: "${PUBLISHED_RULE.name}", version ${PUBLISHED_RULE.version} of the published rule, default parameters, slack ${defaultSlack() / 1000} s.`,
        `Versions: Node.js ${process.versions.node}, ${python.versions}; ${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)}.`,
        ...sections.flatMap(({ notes }) => notes),
      ],
      markdown,
    ),
  );
  process.stdout.write(`bench: ${bars.length - missed} bars met, ${missed} missed\n`);
  return missed > 0 || (requirePython && !python.isMeasured) ? 1 : 0;
};

const tell = (step: string): void => {
  process.stderr.write(`bench: ${step} ...\n`);
};

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
