// SPDX-License-Identifier: Apache-2.0
import { startProgress, type Progress } from './progress';
import { Pipe, Screen } from './screen_test_helpers';

const MEGABYTE = 1_000_000;

let screen: Screen;
let progress: Progress;

/** Lets time pass, in milliseconds. */
const wait = (time: number): void => {
  jest.advanceTimersByTime(time);
};

beforeEach(() => {
  jest.useFakeTimers();
  screen = new Screen();
});

afterEach(() => {
  progress.clear();
  jest.useRealTimers();
});

describe('startProgress', () => {
  it('shows how far it is, the rate, and the time that is left', () => {
    progress = startProgress(screen.asStream, 10 * MEGABYTE);
    wait(2000);
    progress.update(4 * MEGABYTE, 5000);
    // By hand: 5,000 events in 2 s; 6 MB more at 2 MB/s.
    expect(screen.lines).toEqual([
      expect.stringMatching(/^█+░+ 40% {2}5,000 events, 2,500 events\/s, 3\.0 s left$/),
    ]);
  });

  it('shows only what is known of standard input', () => {
    progress = startProgress(screen.asStream, undefined);
    wait(1000);
    progress.update(MEGABYTE, 700);
    expect(screen.lines).toEqual(['700 events, 700 events/s']);
  });

  it('goes on in place', () => {
    progress = startProgress(screen.asStream, 10 * MEGABYTE);
    for (let megabytes = 1; megabytes <= 10; megabytes += 1) {
      wait(1000);
      progress.update(megabytes * MEGABYTE, megabytes * 10);
    }
    expect(screen.lines).toEqual([
      expect.stringMatching(/^█+ 100% {2}100 events, .* 0\.00 s left$/),
    ]);
  });

  it('never says more than everything, when a file grows meanwhile', () => {
    progress = startProgress(screen.asStream, MEGABYTE);
    wait(1000);
    progress.update(3 * MEGABYTE, 10);
    expect(screen.lines).toEqual([expect.stringContaining(' 100%  ')]);
  });

  it('shows nothing before there is something to show, nor when it is over', () => {
    progress = startProgress(screen.asStream, MEGABYTE);
    wait(1000);
    expect(screen.written).toBe('');
    progress.update(1, 1);
    progress.clear();
    expect(screen.lines).toEqual([]);
  });

  it('leaves lines that are written meanwhile where they are', () => {
    progress = startProgress(screen.asStream, 10 * MEGABYTE);
    for (let step = 1; step <= 3; step += 1) {
      wait(1000);
      progress.update(step * MEGABYTE, step);
      progress.clear();
      screen.write(`alert ${step}\n`);
    }
    wait(1000);
    progress.update(4 * MEGABYTE, 4);
    expect(screen.lines).toEqual([
      'alert 1',
      'alert 2',
      'alert 3',
      expect.stringContaining(' 40% '),
    ]);
    progress.clear();
    screen.write('Scanned 4 events.\n');
    expect(screen.lines).toEqual(['alert 1', 'alert 2', 'alert 3', 'Scanned 4 events.']);
  });

  it('writes nothing where there is no terminal', () => {
    const pipe = new Pipe();
    progress = startProgress(pipe.asStream, MEGABYTE);
    progress.update(1000, 10);
    progress.clear();
    wait(5000);
    expect(pipe.written).toBe('');
  });
});
