// SPDX-License-Identifier: Apache-2.0

// Here by themselves, so that browsers get them without the schemas.

/** All routes lie below it. */
export const API_BASE = '/internal/recently_compiled';

/** The Security exception list that holds our exclusions, in each space. */
export const EXCLUSION_LIST_ID = 'recently-compiled-exclusions';
