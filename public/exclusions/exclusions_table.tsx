// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiBadge,
  EuiInMemoryTable,
  EuiLink,
  EuiText,
  type EuiBasicTableColumn,
  type EuiTableSelectionType,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ExclusionItem } from '../../common/api';
import { allText } from '../shown_text';
import { TimeText } from '../time_text';
import { scopeTitle } from './explain_scope';
import { HiddenLately } from './hidden_lately';
import { TEXTS } from './texts';
import type { ItemUsage } from './use_item_usage';

/** Exclusions with what they hide, who wrote them and why, and when they end. */
export function ExclusionsTable({
  items,
  caption,
  usage,
  onOpen,
  selection,
}: {
  items: readonly ExclusionItem[];
  caption: string;
  usage: ItemUsage;
  /** Undefined where they belong to somebody else. */
  onOpen?: (item: ExclusionItem) => void;
  selection?: EuiTableSelectionType<ExclusionItem>;
}) {
  const columns: EuiBasicTableColumn<ExclusionItem>[] = [
    {
      field: 'name',
      name: i18n.translate('recentlyCompiled.exclusions.column.name', { defaultMessage: 'Name' }),
      sortable: true,
      width: '20%',
      mobileOptions: { width: '100%' },
      render: (name: string, item) =>
        onOpen ? (
          <EuiLink data-test-subj={`exclusions-open-${item.itemId}`} onClick={() => onOpen(item)}>
            {allText(name)}
          </EuiLink>
        ) : (
          allText(name)
        ),
    },
    {
      name: i18n.translate('recentlyCompiled.exclusions.column.hides', { defaultMessage: 'Hides' }),
      width: '32%',
      mobileOptions: { width: '100%' },
      render: (item: ExclusionItem) => <Hides item={item} />,
    },
    {
      name: i18n.translate('recentlyCompiled.exclusions.column.why', { defaultMessage: 'Why' }),
      render: ({ comments, description, name }: ExclusionItem) =>
        allText(comments.at(-1)?.text ?? (description === name ? '' : description)) || '—',
    },
    {
      name: i18n.translate('recentlyCompiled.exclusions.column.hidden', {
        defaultMessage: 'Hidden in 7 days',
      }),
      sortable: ({ itemId }) => usage.of(itemId)?.hidden ?? -1,
      render: (item: ExclusionItem) => <HiddenLately usage={usage} item={item} />,
    },
    {
      field: 'updatedAt',
      name: i18n.translate('recentlyCompiled.exclusions.column.changed', {
        defaultMessage: 'Last changed',
      }),
      sortable: true,
      render: (at: string, { updatedBy }) => (
        <span>
          {updatedBy}, <TimeText time={at} />
        </span>
      ),
    },
    {
      field: 'expireTime',
      name: i18n.translate('recentlyCompiled.exclusions.expiry.label', {
        defaultMessage: 'Expires',
      }),
      // What never expires comes after all that does.
      sortable: ({ expireTime }) => expireTime ?? '9999',
      render: (_time: string | null, item) => <Expiry item={item} />,
    },
  ];
  return (
    <EuiInMemoryTable<ExclusionItem>
      data-test-subj="exclusions-table"
      tableCaption={caption}
      items={[...items]}
      itemId="itemId"
      columns={columns}
      pagination={{ pageSizeOptions: [25, 50, 100] }}
      sorting={{ sort: { field: 'updatedAt', direction: 'desc' } }}
      {...(selection && { selection, isSelectable: true })}
    />
  );
}

function Hides({ item: { words, scope, entries } }: { item: ExclusionItem }) {
  return (
    <EuiText size="s" className="eui-textBreakWord">
      {words === null || scope === null ? (
        <>
          <EuiBadge color="danger" iconType="error">
            {i18n.translate('recentlyCompiled.exclusions.notApplied', {
              defaultMessage: 'Not applied',
            })}
          </EuiBadge>{' '}
          {i18n.translate('recentlyCompiled.exclusions.notAppliedWhy', {
            defaultMessage: 'It has a condition of an unknown kind: {entries}',
            values: { entries: JSON.stringify(entries) },
          })}
        </>
      ) : (
        <>
          {allText(words)} <EuiBadge color="hollow">{scopeTitle(scope)}</EuiBadge>
        </>
      )}
    </EuiText>
  );
}

function Expiry({ item: { expireTime, inForce } }: { item: ExclusionItem }) {
  return (
    <span>
      {!inForce && (
        <EuiBadge data-test-subj="exclusions-expired" color="default" iconType="clock">
          {i18n.translate('recentlyCompiled.exclusions.expired', { defaultMessage: 'Expired' })}
        </EuiBadge>
      )}{' '}
      {expireTime === null ? TEXTS.never() : <TimeText time={expireTime} />}
    </span>
  );
}
