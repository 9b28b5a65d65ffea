// SPDX-License-Identifier: Apache-2.0
import { compileWildcard } from '../../../common/eql/patterns';

/** Whether an index, field or alias name matches a pattern in which only `*` is special. */
export const matchesName = (pattern: string, name: string): boolean =>
  pattern.includes('*')
    ? compileWildcard(pattern.replaceAll('?', '\\?'), { caseInsensitive: false })(name)
    : pattern === name;
