// SPDX-License-Identifier: Apache-2.0

/** Our messages come without a full stop, those of Kibana and Elasticsearch often with one. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
