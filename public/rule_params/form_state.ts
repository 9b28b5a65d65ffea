// SPDX-License-Identifier: Apache-2.0
import { parseRuleParams, type ParamProblem, type RuleParams } from '../../common/rule';

/** What is wrong with what stands in the form: the very check that the server does. */
export function problemsOf(params: RuleParams): readonly ParamProblem[] {
  const parsed = parseRuleParams(params);
  return 'problems' in parsed ? parsed.problems : [];
}

/** The problems of one parameter, those of its entries included: `compilers` has that of `compilers[2]`. */
export const problemsAt = (
  problems: readonly ParamProblem[],
  name: keyof RuleParams,
): readonly ParamProblem[] =>
  problems.filter(({ field }) => field === name || field.startsWith(`${name}[`));

/** Which entry of a list a problem is about; undefined when it is about the whole. */
export function entryOf({ field }: ParamProblem): number | undefined {
  const index = /\[(\d+)\]$/.exec(field)?.[1];
  return index === undefined ? undefined : Number(index);
}

/** Problems that no field of the form shows, such as those of parameters it does not know. */
export const problemsElsewhere = (
  problems: readonly ParamProblem[],
  names: readonly (keyof RuleParams)[],
): readonly ParamProblem[] =>
  problems.filter((problem) => names.every((name) => !problemsAt([problem], name).length));

/** Lists whose entries never hold a comma or a space, so that several can be pasted at once. */
const SEPARATED = new Set<keyof RuleParams>(['excludedNetworks', 'indexPatterns']);

/** A list with what was typed or pasted at its end; what is there already is not repeated. */
export function addEntries(
  entries: readonly string[],
  typed: string,
  name: keyof RuleParams,
): readonly string[] {
  const added = SEPARATED.has(name) ? typed.split(/[\s,]+/) : [typed];
  return [
    ...new Set([...entries, ...added.map((entry) => entry.trim()).filter((entry) => entry !== '')]),
  ];
}

export const SPAN_UNITS = ['ms', 's', 'm', 'h', 'd'] as const;
export type SpanUnit = (typeof SPAN_UNITS)[number];

/** A time span as the form shows it, in a field for the number and one for the unit. */
export interface Span {
  /** As typed, so not always a number. */
  readonly count: string;
  readonly unit: SpanUnit;
}

const UNIT_AT_END = /(ms|[smhd])$/;

export function spanOf(text: string): Span {
  const unit = SPAN_UNITS.find((name) => name === UNIT_AT_END.exec(text)?.[1]);
  return unit === undefined
    ? { count: text, unit: 's' }
    : { count: text.slice(0, -unit.length), unit };
}

export const spanText = ({ count, unit }: Span): string => `${count.trim()}${unit}`;

/** A number as typed; what is none stays wrong, and an empty field is none. */
export const numberOf = (typed: string): number =>
  typed.trim() === '' ? Number.NaN : Number(typed);

/** The other way round. */
export const numberText = (value: number): string => (Number.isNaN(value) ? '' : String(value));
