// SPDX-License-Identifier: Apache-2.0
import type { Body } from '../http/endpoint';
import type { StoredDocument } from '../store/store';
import { fieldsOf } from './fields';
import { sourceFilter } from './source_filter';

/** Shows documents as the hits of a search with this body. */
export const hitsOf = ({
  _source: asked,
  fields: askedFields,
  seq_no_primary_term: withSeqNo,
  version,
}: Body): ((document: StoredDocument, sort: readonly unknown[] | undefined) => Body) => {
  const sourceOf = sourceFilter(asked);
  const readFields = fieldsOf(askedFields);
  return (document, sort) => {
    const source = sourceOf(document.source);
    const fields = readFields(document);
    return {
      _index: document.index.name,
      _id: document.id,
      ...(version === true && { _version: document.version }),
      ...(withSeqNo === true && { _seq_no: document.seqNo, _primary_term: 1 }),
      _score: sort ? null : 1,
      ...(source && { _source: source }),
      ...(fields && Object.keys(fields).length > 0 && { fields }),
      ...(sort && { sort }),
    };
  };
};
