// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiButtonGroup,
  EuiEmptyPrompt,
  EuiFieldSearch,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ExclusionItem } from '../../common/api';
import { BulkActions } from './bulk_actions';
import { ExclusionsTable } from './exclusions_table';
import type { ExclusionsApi } from './exclusions_api';
import { exportItems } from './export_items';
import { filterItems, SHOWN, type ItemFilter, type Shown } from './filter_items';
import { saveFile } from './save_file';
import { TEXTS } from './texts';
import type { ItemUsage } from './use_item_usage';

const shownText = (shown: Shown): string => {
  switch (shown) {
    case 'all':
      return i18n.translate('recentlyCompiled.exclusions.shown.all', { defaultMessage: 'All' });
    case 'inForce':
      return i18n.translate('recentlyCompiled.exclusions.shown.inForce', {
        defaultMessage: 'In force',
      });
    case 'expired':
      return i18n.translate('recentlyCompiled.exclusions.expired', { defaultMessage: 'Expired' });
  }
};

const titleText = () =>
  i18n.translate('recentlyCompiled.exclusions.own.title', {
    defaultMessage: 'Exclusions of this rule',
  });

/** Our own list: searched, changed, exported and imported. */
export function OwnExclusions({
  api,
  items,
  usage,
  filter,
  maySave,
  onFilter,
  onAdd,
  onOpen,
  onImport,
  onChanged,
}: {
  api: ExclusionsApi;
  items: readonly ExclusionItem[];
  usage: ItemUsage;
  filter: ItemFilter;
  maySave: boolean;
  onFilter: (filter: ItemFilter) => void;
  onAdd: () => void;
  onOpen: (item: ExclusionItem) => void;
  onImport: () => void;
  onChanged: () => void;
}) {
  const [selectedIds, setSelectedIds] = useState<readonly string[]>([]);
  const shown = filterItems(items, filter);
  // What was deleted or is filtered away is not acted upon.
  const selected = shown.filter(({ itemId }) => selectedIds.includes(itemId));
  const save = (chosen: readonly ExclusionItem[]) =>
    saveFile('recently-compiled-exclusions.ndjson', exportItems(chosen));
  return (
    <>
      <EuiFlexGroup alignItems="center" gutterSize="s" wrap>
        <EuiFlexItem>
          <EuiTitle size="s">
            <h2>{titleText()}</h2>
          </EuiTitle>
        </EuiFlexItem>
        {maySave ? (
          <>
            <EuiFlexItem grow={false}>
              <EuiButtonEmpty
                data-test-subj="exclusions-importOpen"
                iconType="importAction"
                onClick={onImport}
              >
                {i18n.translate('recentlyCompiled.exclusions.import.open', {
                  defaultMessage: 'Import',
                })}
              </EuiButtonEmpty>
            </EuiFlexItem>
            <EuiFlexItem grow={false}>
              <EuiButton
                data-test-subj="exclusions-add"
                fill
                iconType="plusInCircle"
                onClick={onAdd}
              >
                {TEXTS.add()}
              </EuiButton>
            </EuiFlexItem>
          </>
        ) : (
          <EuiFlexItem grow={false}>
            <EuiText data-test-subj="readOnly" size="s" color="subdued">
              {TEXTS.readOnly()}
            </EuiText>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {items.length === 0 ? (
        <EuiEmptyPrompt
          data-test-subj="exclusions-empty"
          iconType="filterExclude"
          title={
            <h3>
              {i18n.translate('recentlyCompiled.exclusions.own.empty', {
                defaultMessage: 'There are no exclusions yet',
              })}
            </h3>
          }
          body={
            <p>
              {i18n.translate('recentlyCompiled.exclusions.own.emptyBody', {
                defaultMessage:
                  'Every sequence that the query finds raises an alert. Add an exclusion for what is harmless, such as a build server, best from one of its alerts.',
              })}
            </p>
          }
        />
      ) : (
        <>
          <EuiFlexGroup gutterSize="s" wrap>
            <EuiFlexItem>
              <EuiFieldSearch
                data-test-subj="exclusions-search"
                fullWidth
                incremental
                value={filter.search}
                aria-label={searchText()}
                placeholder={searchText()}
                onChange={({ target }) => onFilter({ ...filter, search: target.value })}
              />
            </EuiFlexItem>
            <EuiFlexItem grow={false}>
              <EuiButtonGroup
                data-test-subj="exclusions-shown"
                legend={i18n.translate('recentlyCompiled.exclusions.shown.legend', {
                  defaultMessage: 'Which exclusions are shown',
                })}
                options={SHOWN.map((id) => ({ id, label: shownText(id) }))}
                idSelected={filter.shown}
                onChange={(id) => onFilter({ ...filter, shown: id as Shown })}
              />
            </EuiFlexItem>
            <EuiFlexItem grow={false}>
              <EuiButtonEmpty
                data-test-subj="exclusions-export"
                iconType="exportAction"
                onClick={() => save(shown)}
              >
                {i18n.translate('recentlyCompiled.exclusions.own.export', {
                  defaultMessage: 'Export {count}',
                  values: { count: shown.length },
                })}
              </EuiButtonEmpty>
            </EuiFlexItem>
          </EuiFlexGroup>
          {maySave && (
            <BulkActions
              api={api}
              selected={selected}
              onExport={() => save(selected)}
              onDone={onChanged}
            />
          )}
          <EuiSpacer size="s" />
          <ExclusionsTable
            items={shown}
            caption={titleText()}
            usage={usage}
            onOpen={onOpen}
            {...(maySave && {
              selection: {
                onSelectionChange: (chosen: ExclusionItem[]) =>
                  setSelectedIds(chosen.map(({ itemId }) => itemId)),
              },
            })}
          />
        </>
      )}
    </>
  );
}

const searchText = () =>
  i18n.translate('recentlyCompiled.exclusions.search', {
    defaultMessage: 'Search names, values, comments and people',
  });
