// SPDX-License-Identifier: Apache-2.0

/** `EXCLUSION_LIST_ID` of the API, which browsers can not have without its schemas. */
export const EXCLUSION_LIST_ID = 'recently-compiled-exclusions';
