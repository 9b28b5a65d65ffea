// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseQuery } from '../eql/parser';
import { bindQuery } from '../eql/verify/bind_query';
import { EVENT_SCHEMA } from './event_schema';

/** The fields of recorded events with the types that the endpoint package gives them. */
const recorded = JSON.parse(
  readFileSync(path.join(__dirname, '../../test/data/event_fields.json'), 'utf8'),
);

const verify = (condition: string): void => {
  bindQuery(parseQuery(`any where ${condition}`), EVENT_SCHEMA);
};

describe('EVENT_SCHEMA', () => {
  it.each(Object.entries(recorded))('has %s as %s', (name, type) => {
    expect(EVENT_SCHEMA.field(name)?.mappedType).toBe(type);
  });

  it.each([
    ['process.parent.pid', 'long'],
    ['process.entry_leader.same_as_process', 'boolean'],
    ['process.session_leader.start', 'date'],
    ['process.group_leader.command_line', 'wildcard'],
    ['process.tty.char_device.major', 'long'],
    ['process.hash.sha256', 'keyword'],
    ['process.interactive', 'boolean'],
    ['file.size', 'long'],
    ['file.mtime', 'date'],
    ['file.Ext.entropy', 'double'],
    ['file.Ext.monotonic_id', 'unsigned_long'],
    ['client.ip', 'ip'],
    ['destination.geo.location', 'geo_point'],
    ['dns.resolved_ip', 'ip'],
    ['related.ip', 'ip'],
    ['event.ingested', 'date'],
    ['event.risk_score', 'float'],
    ['threat.technique.subtechnique.id', 'keyword'],
    ['tags', 'keyword'],
  ])('has %s as %s too', (name, type) => {
    expect(EVENT_SCHEMA.field(name)?.mappedType).toBe(type);
  });

  it.each(['process.name', 'process.executable', 'process.command_line', 'file.path'])(
    'has %s in lower case and as text',
    (name) => {
      expect(EVENT_SCHEMA.field(`${name}.caseless`)).toMatchObject({ lowercase: true, path: name });
      expect(EVENT_SCHEMA.field(`${name}.text`)?.mappedType).toBe('text');
    },
  );

  it.each(['file.name', 'process.args', 'user.id'])('has %s as it is only', (name) => {
    expect(EVENT_SCHEMA.field(`${name}.caseless`)).toBeUndefined();
  });

  it('lets queries compare', () => {
    verify('process.pid > 1 and process.command_line : "*nc*" and destination.port == 4444');
    verify('cidrmatch(source.ip, "10.0.0.0/8") and process.name.caseless == "gcc"');
  });

  it('refuses queries over what EQL can not search', () => {
    expect(() => verify('process.Ext.code_signature.exists == true')).toThrow(/nested/);
    expect(() => verify('process.parent == "bash"')).toThrow(/is an object/);
    expect(() => verify('source.geo.location == "x"')).toThrow(/geo_point/);
    expect(() => verify('process.nme == "gcc"')).toThrow(/process\.name/);
  });
});
