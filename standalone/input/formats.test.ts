// SPDX-License-Identifier: Apache-2.0
import { bulkId, documentsOf, isBulkAction, toDocument } from './formats';

const EVENT = { '@timestamp': '2026-03-01T10:00:00Z', event: { id: 'e1' } };

describe('isBulkAction', () => {
  it.each([
    ['an index action', { index: { _index: 'logs' } }, true],
    ['a create action without anything', { create: {} }, true],
    ['an update action', { update: { _id: '1' } }, true],
    ['a delete action', { delete: { _id: '1' } }, true],
    ['an event', EVENT, false],
    ['an event of which one field is called like an action', { index: {}, event: {} }, false],
    ['an action without its object', { index: 'logs' }, false],
    ['an object without anything', {}, false],
    ['a list', [{ index: {} }], false],
    ['text', 'index', false],
    ['null', null, false],
  ])('tells %s', (_, value, expected) => {
    expect(isBulkAction(value)).toBe(expected);
  });
});

describe('bulkId', () => {
  it.each([
    ['the id of an action', { create: { _index: 'logs', _id: 'x' } }, 'x'],
    ['nothing where the action has no id', { create: { _index: 'logs' } }, undefined],
    ['nothing of an id that is no text', { create: { _id: 7 } }, undefined],
    ['nothing of what is no action', { event: { _id: 'x' } }, undefined],
    ['nothing of nothing', undefined, undefined],
  ])('gives %s', (_, action, expected) => {
    expect(bulkId(action)).toBe(expected);
  });
});

describe('toDocument', () => {
  it.each([
    [
      'a hit',
      { _id: 'h', _index: 'logs', _source: EVENT },
      { _id: 'h', _index: 'logs', _source: EVENT },
    ],
    ['a hit without an id, by its event.id', { _source: EVENT }, { _id: 'e1', _source: EVENT }],
    ['an event, by its event.id', EVENT, { _id: 'e1', _source: EVENT }],
    [
      'an event with a dotted event.id',
      { 'event.id': 'e2' },
      { _id: 'e2', _source: { 'event.id': 'e2' } },
    ],
    ['an event without an id', { a: 1 }, { _id: 'f:7', _source: { a: 1 } }],
    [
      'an event whose id is no text',
      { event: { id: 5 } },
      { _id: 'f:7', _source: { event: { id: 5 } } },
    ],
    ['a hit of nothing', { _id: 'h', _source: {} }, { _id: 'h', _source: {} }],
  ])('reads %s', (_, value, expected) => {
    expect(toDocument(value, 'f:7')).toEqual(expected);
  });

  it.each([['text'], [7], [null], [[EVENT]], [true]])('takes no %j', (value) => {
    expect(toDocument(value, 'f:7')).toBeUndefined();
  });
});

describe('documentsOf', () => {
  const hit = { _id: 'h', _source: EVENT };

  it.each([
    ['a search response', { took: 1, hits: { total: 1, hits: [hit] } }],
    ['an export of hits', { hits: [hit] }],
    ['a list of hits', [hit]],
    ['an answer of the EQL search, events', { hits: { events: [hit] } }],
    ['an answer of the EQL search, sequences', { hits: { sequences: [{ events: [hit] }] } }],
  ])('finds the events of %s', (_, json) => {
    expect(documentsOf(json)).toEqual([{ _id: 'h', _source: EVENT }]);
  });

  it('finds plain events in a list, and numbers those without an id', () => {
    expect(documentsOf([EVENT, { a: 1 }])?.map(({ _id }) => _id)).toEqual(['e1', '#2']);
  });

  it('leaves out what is no event', () => {
    expect(documentsOf([null, 1, 'x', EVENT])).toEqual([{ _id: 'e1', _source: EVENT }]);
  });

  it.each([
    ['an event', EVENT],
    ['a response without hits', { took: 1 }],
    ['hits that are a number', { hits: 3 }],
    ['hits without a list', { hits: { total: 0 } }],
    ['text', 'hits'],
    ['null', null],
    ['nothing', undefined],
  ])('finds no place for events in %s', (_, json) => {
    expect(documentsOf(json)).toBeUndefined();
  });
});
