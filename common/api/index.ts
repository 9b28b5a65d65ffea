// SPDX-License-Identifier: Apache-2.0
export * from './alerts';
export * from './api_base';
export * from './base';
export * from './choices';
export * from './coverage';
export * from './exclusion_preview';
export * from './exclusions';
export * from './readiness';
export * from './rule';
export * from './rule_preview';
