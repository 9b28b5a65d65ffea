// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { DEFAULT_RULE_PARAMS } from '../rule';
import { LineageMatcher } from './lineage_matcher';
import { BEGIN, chainsIn, TestHost } from './lineage_test_helpers';
import type { LineageLimits } from './limits';

const SMALL: LineageLimits = {
  files: 4,
  processes: 5,
  runs: 3,
  creations: 2,
  hosts: 2,
  total: 20,
  steps: 2,
};

const attack = (host: TestHost, name: string): TestHost =>
  host
    .build(`/w/${name}`)
    .exec(`p-${name}`, name, { executable: `/w/${name}` })
    .connect(`p-${name}`);

describe('LineageMatcher', () => {
  it('counts what it sees', () => {
    const matcher = new LineageMatcher(DEFAULT_RULE_PARAMS);
    attack(new TestHost(), 'a').happenings.forEach(({ at, document }) =>
      matcher.push(document, BEGIN + at),
    );
    expect(matcher.stats).toMatchObject({
      seen: 5,
      matched: [1, 1, 1, 1],
      completed: 1,
      dropped: 0,
    });
  });

  it('follows nothing until a linker writes a file, and forgets it when its time is over', () => {
    const matcher = new LineageMatcher(DEFAULT_RULE_PARAMS);
    const [compile, , link] = new TestHost().build('/w/a').happenings;
    const push = (happening: typeof compile): unknown =>
      happening && matcher.push(happening.document, BEGIN + happening.at);
    push(compile);
    expect(matcher.isIdle).toBe(true);
    push(link);
    expect(matcher.isIdle).toBe(false);
    matcher.advance(BEGIN + 2 * 3_600_000);
    expect(matcher.isIdle).toBe(true);
    expect(matcher.stats).toMatchObject({ inFlight: 0, expired: 1 });
  });

  it('finds the newest of more files than it may hold, and counts the others as dropped', () => {
    const host = new TestHost();
    ['a', 'b', 'c', 'd', 'e', 'f'].forEach((name) => host.build(`/w/${name}`));
    ['a', 'f'].forEach((name) => host.exec(name, name, { executable: `/w/${name}` }).connect(name));
    expect(
      chainsIn(host.happenings, {}, { ...SMALL, processes: 100 }).map(({ path }) => path),
    ).toEqual(['/w/f']);
  });

  it('keeps the last steps of a long story', () => {
    const host = new TestHost().build('/w/0');
    [1, 2, 3].forEach((n) => host.file('rename', 'm', `/w/${n}`, { before: `/w/${n - 1}` }));
    host.exec('p', '3', { executable: '/w/3' }).connect('p');
    expect(chainsIn(host.happenings, {}, SMALL)[0]?.story.map(({ path }) => path)).toEqual([
      '/w/2',
      '/w/3',
    ]);
  });

  it('holds no more than its limits, whatever comes', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    const hosts = fc.constantFrom('h1', 'h2', 'h3', 'h4');
    const step = fc.tuple(hosts, fc.nat(7), names, names);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const matcher = new LineageMatcher(DEFAULT_RULE_PARAMS, SMALL);
        steps.forEach(([id, kind, one, two], i) => {
          const host = new TestHost({ host: { id } });
          const path = `/w/${one}`;
          const happens = [
            () => host.build(path),
            () => host.exec(one, ['cp', one, two]),
            () => host.file('creation', one, path),
            () => host.file('rename', one, path, { before: `/w/${two}` }),
            () => host.file('deletion', one, path),
            () => host.exec(two, one, { executable: path, parent: one }),
            () => host.fork(one, two),
            () => host.connect(one, { executable: path }),
          ];
          happens[kind]?.();
          host.happenings.forEach(({ document }) => matcher.push(document, BEGIN + i));
        });
        const perHost = SMALL.files + SMALL.processes + SMALL.runs + SMALL.creations;
        expect(matcher.stats.inFlight).toBeLessThanOrEqual(Math.max(SMALL.total, perHost));
        expect(matcher.stats.inFlight).toBeGreaterThanOrEqual(0);
        matcher.advance(BEGIN + 86_400_000);
        expect(matcher.stats.inFlight).toBe(0);
        expect(matcher.isIdle).toBe(true);
      }),
    );
  });

  it('finds each attack among others, in whatever way hosts are mixed', () => {
    const attacks = ['h1', 'h2', 'h3'].map(
      (id) => attack(new TestHost({ host: { id } }), 'same').happenings,
    );
    const order = fc.shuffledSubarray(
      attacks.flatMap((events, host) => events.map(() => host)),
      { minLength: 15 },
    );
    fc.assert(
      fc.property(order, (turns) => {
        const left = attacks.map((events) => [...events]);
        const mixed = turns.flatMap((host) => left[host]?.shift() ?? []);
        expect(
          chainsIn(mixed)
            .map(({ hostId }) => hostId)
            .sort(),
        ).toEqual(['h1', 'h2', 'h3']);
      }),
    );
  });
});
