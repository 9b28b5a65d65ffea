// SPDX-License-Identifier: Apache-2.0

/** All routes lie below it. Here by itself, so that browsers get it without the schemas. */
export const API_BASE = '/internal/recently_compiled';
