// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { errors } from '@elastic/elasticsearch';

/** Parsed JSON, which has no type of its own. */
export type Json = ReturnType<typeof JSON.parse>;

/** One of the answers that a real Kibana or Elasticsearch gave. */
export const recorded = (name: string): Json =>
  JSON.parse(readFileSync(path.join(__dirname, '../../kibana/recorded', `${name}.json`), 'utf8'));

/** The error answer that a call of the real client ends with. */
export const refusal = async (call: Promise<unknown>): Promise<{ status: number; body: Json }> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof errors.ResponseError) {
      return { status: error.statusCode ?? 0, body: error.body };
    }
    throw error;
  }
  throw new Error('The call was answered');
};

/** All paths of a JSON value with the types of what stands there; the items of a list count as one. */
export const shapeOf = (value: unknown, at = ''): string[] => {
  if (Array.isArray(value)) {
    return [...new Set(value.flatMap((item) => shapeOf(item, `${at}[]`)))].sort();
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .flatMap(([key, inner]) => shapeOf(inner, `${at}.${key}`))
      .sort();
  }
  return [`${at}: ${typeof value}`];
};
