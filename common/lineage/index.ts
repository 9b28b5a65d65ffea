// SPDX-License-Identifier: Apache-2.0
export { lineageTexts, type LineageText } from './begins_lineage';
export { INTERMEDIATE_ENDINGS } from './built_by';
export type { BuiltFile, StoryStep } from './built_file';
export type { Chain } from './chain';
export { compilerMemory } from './compiler_memory';
export { ACTIONS, readLineageEvent, type LineageEvent } from './lineage_event';
export { buildersOf, LineageMatcher } from './lineage_matcher';
export { windowOf, type LineageParams } from './lineage_params';
export type { LineageWatch } from './lineage_watch';
export { DEFAULT_LIMITS, type LineageLimits } from './limits';
export { LineageStream, type LineageFinding, type LineageStreamOptions } from './lineage_stream';
