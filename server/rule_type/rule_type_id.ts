// SPDX-License-Identifier: Apache-2.0

/** The feature's id, which is the rule's consumer and producer as well. */
export const FEATURE_ID = 'recentlyCompiled';

export const RULE_TYPE_ID = 'recentlyCompiled.networkConnection';
