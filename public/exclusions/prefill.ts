// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { AlertResponse } from '../../common/api';
import { textAt } from '../../common/ecs/event_values';
import { LONGEST_NAME } from './check_form';
import { emptyForm, fieldCondition, type ExclusionForm } from './form';

/**
 * An exclusion for what an alert has found, as narrow as makes sense: this program on this host to this
 * address. All three stand on the event that connects, so it hides no more than such connections; where that
 * event does not name the program, the file that the linker wrote stands for it.
 */
export const prefill = ({
  alert,
  events,
}: Pick<AlertResponse, 'alert' | 'events'>): ExclusionForm => {
  const at = (stage: string, field: string): string | undefined => {
    const source = events.find((event) => event.stage === stage)?.source;
    return source ? textAt(source, field) : undefined;
  };
  const host = at('connect', 'host.name') ?? alert.hostName ?? undefined;
  const program = at('connect', 'process.executable');
  const file = at('link', 'file.path') ?? alert.binaryPath ?? undefined;
  const address = at('connect', 'destination.ip') ?? alert.destinationIp ?? undefined;
  const conditions = [
    ['host.name', host] as const,
    program === undefined
      ? (['file.path', file] as const)
      : (['process.executable', program] as const),
    ['destination.ip', address] as const,
  ].flatMap(([field, value]) =>
    value === undefined ? [] : [fieldCondition(field, 'match', [value])],
  );
  const form = emptyForm();
  return {
    ...form,
    name: shortened(nameOf(program ?? file, host)),
    comment: i18n.translate('recentlyCompiled.exclusions.prefill.comment', {
      defaultMessage: 'Added from the alert {id}',
      values: { id: alert.id },
    }),
    groups: conditions.length > 0 ? [conditions] : form.groups,
  };
};

/** Whoever names a program may make its name as long as they like. */
const shortened = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;

const nameOf = (program: string | undefined, host: string | undefined): string =>
  program !== undefined && host !== undefined
    ? i18n.translate('recentlyCompiled.exclusions.prefill.name', {
        defaultMessage: '{program} on {host}',
        values: { program, host },
      })
    : (program ?? host ?? '');
