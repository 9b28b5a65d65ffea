// SPDX-License-Identifier: Apache-2.0
export { parseQuery } from './parse_query';
