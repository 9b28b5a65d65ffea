// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMutation } from '@tanstack/react-query';
import type { ExclusionItem } from '../../common/api';
import { ConfirmDialog } from '../shell/confirm_dialog';
import { deleteItems, extendItems } from './bulk';
import { BulkResult } from './bulk_result';
import type { ExclusionsApi } from './exclusions_api';
import { ExpiryField } from './expiry_field';
import { TEXTS } from './texts';

type Change =
  { readonly action: 'delete' } | { readonly action: 'extend'; readonly expireTime: string | null };

/** What can be done with several exclusions at once, after asking whether that is meant. */
export function BulkActions({
  api,
  selected,
  onExport,
  onDone,
}: {
  api: ExclusionsApi;
  selected: readonly ExclusionItem[];
  onExport: () => void;
  onDone: () => void;
}) {
  const [asking, setAsking] = useState<Change['action']>();
  const [expireTime, setExpireTime] = useState<string | null>(null);
  const bulk = useMutation(
    (change: Change) =>
      change.action === 'delete'
        ? deleteItems(api, selected)
        : extendItems(api, selected, change.expireTime),
    { onSettled: onDone },
  );
  const count = selected.length;
  const run = (change: Change) => {
    setAsking(undefined);
    bulk.mutate(change);
  };
  return (
    <>
      {count > 0 && (
        <EuiFlexGroup
          data-test-subj="exclusions-bulk"
          gutterSize="s"
          alignItems="center"
          responsive={false}
          wrap
        >
          <EuiFlexItem grow={false}>
            <EuiText size="s">
              {i18n.translate('recentlyCompiled.exclusions.bulk.selected', {
                defaultMessage: '{count} selected',
                values: { count },
              })}
            </EuiText>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              data-test-subj="exclusions-bulkExtend"
              size="s"
              iconType="clock"
              isLoading={bulk.isLoading}
              onClick={() => setAsking('extend')}
            >
              {i18n.translate('recentlyCompiled.exclusions.bulk.extend', {
                defaultMessage: 'Change expiry',
              })}
            </EuiButtonEmpty>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              data-test-subj="exclusions-bulkExport"
              size="s"
              iconType="exportAction"
              onClick={onExport}
            >
              {i18n.translate('recentlyCompiled.exclusions.bulk.export', {
                defaultMessage: 'Export',
              })}
            </EuiButtonEmpty>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              data-test-subj="exclusions-bulkDelete"
              size="s"
              iconType="trash"
              color="danger"
              isLoading={bulk.isLoading}
              onClick={() => setAsking('delete')}
            >
              {deleteWord()}
            </EuiButtonEmpty>
          </EuiFlexItem>
        </EuiFlexGroup>
      )}
      {bulk.data && (
        <>
          <EuiSpacer size="s" />
          <BulkResult outcome={bulk.data} />
        </>
      )}
      {asking === 'delete' && (
        <ConfirmDialog
          data-test-subj="exclusions-confirmDelete"
          title={i18n.translate('recentlyCompiled.exclusions.bulk.deleteTitle', {
            defaultMessage: 'Delete {count, plural, one {# exclusion} other {# exclusions}}?',
            values: { count },
          })}
          buttonColor="danger"
          confirmButtonText={deleteWord()}
          cancelButtonText={TEXTS.cancel()}
          onCancel={() => setAsking(undefined)}
          onConfirm={() => run({ action: 'delete' })}
        >
          <p>
            {i18n.translate('recentlyCompiled.exclusions.bulk.deleteBody', {
              defaultMessage:
                'What they hide raises alerts again from the next run on. Export them first to be able to bring them back.',
            })}
          </p>
        </ConfirmDialog>
      )}
      {asking === 'extend' && (
        <ConfirmDialog
          data-test-subj="exclusions-confirmExtend"
          title={i18n.translate('recentlyCompiled.exclusions.bulk.extendTitle', {
            defaultMessage:
              'When shall {count, plural, one {# exclusion} other {# exclusions}} expire?',
            values: { count },
          })}
          confirmButtonText={i18n.translate('recentlyCompiled.exclusions.bulk.extendConfirm', {
            defaultMessage: 'Set the expiry',
          })}
          cancelButtonText={TEXTS.cancel()}
          onCancel={() => setAsking(undefined)}
          onConfirm={() => run({ action: 'extend', expireTime })}
        >
          <ExpiryField time={expireTime} onChange={setExpireTime} />
        </ConfirmDialog>
      )}
    </>
  );
}

const deleteWord = () =>
  i18n.translate('recentlyCompiled.exclusions.bulk.delete', { defaultMessage: 'Delete' });
