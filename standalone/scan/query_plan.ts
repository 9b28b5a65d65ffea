// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import type { Query } from '../../common/eql/ast';
import { parseQuery } from '../../common/eql/parser';
import type { LineageParams } from '../../common/lineage';
import { buildRuleQuery, parseRuleParams, type RuleParams } from '../../common/rule';
import { unreadable } from '../input/byte_source';
import { isObject } from '../input/formats';
import { InputError } from '../input/input_error';
import type { ScanArguments } from './scan_arguments';

/** What to look for; a query, lineage, or both. */
export interface QueryPlan {
  readonly query: Query | undefined;
  /** To follow built files, with these parameters. */
  readonly lineage: LineageParams | undefined;
  readonly tiebreaker: string | undefined;
  /** Whether it is the rule, whose findings are alerts with four known stages. */
  readonly isRule: boolean;
}

/** How far a run looks back is of no interest here; this is enough for any maxspan. */
const ANY_LOOK_BACK = { from: '7d' };

const USUAL_TIEBREAKER = 'event.sequence';

/**
 * The query that the words name: a file's, or the rule's. Throws an `EqlError`, an `InputError`, or an
 * `AggregateError` of several of those.
 */
export const planQuery = async ({
  queryFile,
  paramsFile,
  tiebreaker,
  detection,
}: Pick<
  ScanArguments,
  'queryFile' | 'paramsFile' | 'tiebreaker' | 'detection'
>): Promise<QueryPlan> => {
  if (queryFile !== undefined) {
    const query = parseQuery(await readText(queryFile));
    return {
      query,
      lineage: undefined,
      tiebreaker: tiebreaker === undefined ? USUAL_TIEBREAKER : (tiebreaker ?? undefined),
      isRule: false,
    };
  }
  const params = await readParams(paramsFile);
  const field = tiebreaker === undefined ? params.tiebreakerField : tiebreaker;
  return {
    query: detection === 'lineage' ? undefined : buildRuleQuery(params),
    lineage: detection === 'published' ? undefined : params,
    tiebreaker: field ?? undefined,
    isRule: true,
  };
};

/** Without the mark that some editors put at the beginning. */
const readText = async (file: string): Promise<string> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unreadable(file, error);
  });
  return text.replace(/^\ufeff/, '');
};

const readParams = async (file: string | undefined): Promise<RuleParams> => {
  const given = file === undefined ? {} : parseJson(file, await readText(file));
  const parsed = parseRuleParams(isObject(given) ? { ...ANY_LOOK_BACK, ...given } : given);
  if ('params' in parsed) {
    return parsed.params;
  }
  throw new AggregateError(
    parsed.problems.map(
      ({ message, remedy }) => new InputError(file ?? 'parameters', message, remedy),
    ),
  );
};

const parseJson = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(file, `It is not JSON: ${(error as SyntaxError).message}`, 'Repair it');
  }
};
