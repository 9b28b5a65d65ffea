// SPDX-License-Identifier: Apache-2.0

/** How a sentence may end, in the languages of the app. */
const ENDED = /[.!?。！？]$/;
const CHINESE = /\p{Script=Han}/u;

/** Our messages come without a full stop, those of Kibana and Elasticsearch often with one. */
export const sentence = (text: string): string =>
  ENDED.test(text) ? text : `${text}${CHINESE.test(text) ? '。' : '.'}`;
