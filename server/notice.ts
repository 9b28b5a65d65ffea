// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';

/** Something to tell people: what it is, with its place, and what they can do about it. */
export interface Notice {
  readonly message: string;
  /** A full sentence without a full stop. */
  readonly remedy: string;
}

/** As one line of a log or of a rule's outcome. */
export const inWords = ({ message, remedy }: Notice): string =>
  i18n.translate('recentlyCompiled.notice.inWords', {
    defaultMessage: '{message}. {remedy}.',
    values: { message, remedy },
  });
