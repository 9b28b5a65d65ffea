// SPDX-License-Identifier: Apache-2.0
export { lineageTexts, type LineageTexts } from './begins_lineage';
export type { StoryStep } from './built_file';
export { buildersOf } from './lineage_matcher';
export type { LineageParams } from './lineage_params';
export { DEFAULT_LIMITS, type LineageLimits } from './limits';
export { LineageStream, type LineageFinding, type LineageStreamOptions } from './lineage_stream';
