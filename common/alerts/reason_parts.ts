// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { addressText, type DefendEvent } from '../ecs';

// Parts of the sentence about a chain. Each is a whole message, since languages order their words differently.

/** What runs: "svc (/usr/bin/svc, built as /tmp/a.out)". */
export const programWords = (
  name: string | undefined,
  path: string | undefined,
  built: string | undefined,
): string =>
  i18n.translate('recentlyCompiled.reason.program', {
    defaultMessage:
      '{places, select, two {{name} ({path}, built as {built})} one {{name} ({path})} other {{name}}}',
    values: {
      places: path === undefined ? 'none' : built === undefined || built === path ? 'one' : 'two',
      name: name ?? aProgram(),
      path: path ?? '',
      built: built ?? '',
    },
  });

const aProgram = (): string =>
  i18n.translate('recentlyCompiled.reason.aProgram', { defaultMessage: 'A program' });

/** Who made it, with what and how long before: "compiled by dev with gcc 4 s earlier". */
export const madeWords = (
  maker: DefendEvent | undefined,
  isCompiled: boolean,
  connected: number | undefined,
): string => {
  const values = {
    known: whichOf(maker?.userName, maker?.processName),
    user: maker?.userName ?? '',
    maker: maker?.processName ?? '',
  };
  const made = isCompiled
    ? i18n.translate('recentlyCompiled.reason.compiled', {
        defaultMessage:
          '{known, select, both {compiled by {user} with {maker}} first {compiled by {user}} second {compiled with {maker}} other {compiled}}',
        values,
      })
    : i18n.translate('recentlyCompiled.reason.linked', {
        defaultMessage:
          '{known, select, both {linked by {user} with {maker}} first {linked by {user}} second {linked with {maker}} other {linked}}',
        values,
      });
  return earlier(made, maker?.timestamp, connected);
};

/** Both times in milliseconds since 1970. */
const earlier = (made: string, at: number | undefined, connected: number | undefined): string => {
  if (at === undefined || connected === undefined || connected < at) {
    return made;
  }
  const seconds = (connected - at) / 1000;
  return seconds < 1
    ? i18n.translate('recentlyCompiled.reason.underSecondEarlier', {
        defaultMessage: '{made} less than 1 s earlier',
        values: { made },
      })
    : i18n.translate('recentlyCompiled.reason.secondsEarlier', {
        defaultMessage: '{made} {seconds} s earlier',
        values: { made, seconds: String(Math.round(seconds)) },
      });
};

/** Where it connected: "connected through bash from lab1 to 203.0.113.7:4444". */
export const connectedWords = (connect: DefendEvent | undefined, isOther: boolean): string => {
  const to = addressText(connect?.destinationIp, connect?.destinationPort);
  const values = {
    known: whichOf(connect?.hostName, to),
    host: connect?.hostName ?? '',
    to: to ?? '',
  };
  return isOther
    ? i18n.translate('recentlyCompiled.reason.connectedThrough', {
        defaultMessage:
          '{known, select, both {connected through {child} from {host} to {to}} first {connected through {child} from {host}} second {connected through {child} to {to}} other {connected through {child}}}',
        values: { ...values, child: connect?.processName ?? aChild() },
      })
    : i18n.translate('recentlyCompiled.reason.connected', {
        defaultMessage:
          '{known, select, both {connected from {host} to {to}} first {connected from {host}} second {connected to {to}} other {connected}}',
        values,
      });
};

const aChild = (): string =>
  i18n.translate('recentlyCompiled.reason.aChild', { defaultMessage: 'a child' });

/** The whole of it. */
export const reasonOf = (program: string, made: string, connected: string): string =>
  i18n.translate('recentlyCompiled.reason.chain', {
    defaultMessage: '{program}, {made}, {connected}',
    values: { program, made, connected },
  });

/** Which of two things are known, for messages that choose by it. */
const whichOf = (first: unknown, second: unknown): 'both' | 'first' | 'second' | 'neither' =>
  first === undefined
    ? second === undefined
      ? 'neither'
      : 'second'
    : second === undefined
      ? 'first'
      : 'both';
