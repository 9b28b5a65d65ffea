// SPDX-License-Identifier: Apache-2.0
import type { QueryDsl } from '../../../common/exclusions';
import { INTERMEDIATE_ENDINGS, type LineageParams } from '../../../common/lineage';
import { allOf } from '../time_filter';
import { anyOf, EXECUTED, missing, noneOf, valueIn, WRITTEN } from './clauses';
import { programs } from './name_regexps';

type Builders = Pick<LineageParams, 'lineageLinkers' | 'lineageCompilers'>;

/**
 * Where everything begins: files that linkers and compilers write, and linkers that are started, since an event
 * of a file may name its writer in another way than the event in which the writer was started. The same holds
 * for compilers, whose starts are many; they are asked for only where their own event names them in two ways.
 */
export const whatIsBuilt = ({ lineageLinkers, lineageCompilers }: Builders): QueryDsl =>
  anyOf(
    allOf(
      WRITTEN,
      anyOf(
        by(lineageLinkers),
        allOf(by(lineageCompilers), noneOf(...valueIn('file.extension', INTERMEDIATE_ENDINGS))),
        allOf({ exists: { field: 'process.entity_id' } }, missing('process.executable')),
      ),
    ),
    allOf(EXECUTED, anyOf(by(lineageLinkers), ...inOneWayOnly(lineageCompilers))),
  );

const NAME = 'process.name';
const PATH = 'process.executable';

const by = (patterns: readonly string[]): QueryDsl =>
  anyOf(...programs(NAME, patterns), ...programs(PATH, patterns));

const inOneWayOnly = (patterns: readonly string[]): QueryDsl[] => {
  const name = anyOf(...programs(NAME, patterns));
  const path = anyOf(...programs(PATH, patterns));
  return [allOf(name, noneOf(path)), allOf(path, noneOf(name))];
};
