// SPDX-License-Identifier: Apache-2.0
export { lineageTexts, type LineageTexts } from './begins_lineage';
export { INTERMEDIATE_ENDINGS } from './built_by';
export type { BuiltFile, StoryStep } from './built_file';
export type { Chain } from './chain';
export { COPYING_COMMANDS } from './command_targets';
export { compilerMemory } from './compiler_memory';
export { ACTIONS, readLineageEvent, type LineageEvent } from './lineage_event';
export { buildersOf, LineageMatcher } from './lineage_matcher';
export { ROOT_COMMANDS } from './new_root';
export { windowOf, type LineageParams } from './lineage_params';
export type { LineageWatch } from './lineage_watch';
export { DEFAULT_LIMITS, type LineageLimits } from './limits';
export { LineageStream, type LineageFinding, type LineageStreamOptions } from './lineage_stream';
