// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import { EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useHistory, useLocation, useParams } from 'react-router-dom';
import { EXCLUSION_LIST_ID } from '../../common/api/api_base';
import { Loading } from '../loading';
import { PAGE_PATHS } from '../names';
import { ProblemPrompt } from '../problem_prompt';
import type { ServerApi } from '../server_api';
import { ExclusionFlyout, type FlyoutSubject } from './exclusion_flyout';
import { filterOf, queryOf, type ItemFilter } from './filter_items';
import { ImportFlyout } from './import_flyout';
import { OtherExclusions } from './other_exclusions';
import { OwnExclusions } from './own_exclusions';
import { useItemUsage } from './use_item_usage';
import { UsualValues } from './usual_values';

/** The part of the address for one that does not exist yet. */
const NEW = 'new';

/** What an id is as a part of the address, as the history gives it back: it decodes all but reserved characters. */
const partOf = (itemId: string): string => decodeURI(encodeURIComponent(itemId));

/** What the rule does not alert on, and how to change that. */
export function ExclusionsPage({ api, maySave }: { api: ServerApi; maySave: boolean }) {
  const history = useHistory();
  const { search: query } = useLocation();
  const { id } = useParams<{ id?: string }>();
  const queryClient = useQueryClient();
  const [isImporting, setImporting] = useState(false);
  const list = useQuery(['exclusions', 'all'], api.exclusions.all);

  const usageOf = useItemUsage(api.exclusions);

  const refresh = async () => {
    await queryClient.invalidateQueries(['exclusions', 'all']);
    await queryClient.invalidateQueries(['exclusions', 'usage']);
  };
  const filter = filterOf(query);
  const go = (part: string | undefined, changed: ItemFilter = filter) =>
    ({
      pathname: `${PAGE_PATHS.exclusions}${part === undefined ? '' : `/${encodeURIComponent(part)}`}`,
      search: queryOf(changed),
    }) as const;

  if (list.isLoading) {
    return (
      <Loading
        what={i18n.translate('recentlyCompiled.exclusions.theExclusions', {
          defaultMessage: 'the exclusions',
        })}
      />
    );
  }
  if (list.isError) {
    return <ProblemPrompt error={list.error} onRetry={() => void list.refetch()} />;
  }
  const items = list.data;
  const subject: FlyoutSubject | undefined =
    id === undefined
      ? undefined
      : id === NEW
        ? { kind: 'new', alertId: new URLSearchParams(query).get('alert') ?? undefined }
        : { kind: 'edit', item: items.find(({ itemId }) => partOf(itemId) === id) };
  return (
    <div data-test-subj="exclusions">
      <OwnExclusions
        api={api.exclusions}
        items={items}
        usage={usageOf(EXCLUSION_LIST_ID)}
        filter={filter}
        maySave={maySave}
        onFilter={(changed) => history.replace(go(id, changed))}
        onAdd={() => history.push(go(NEW))}
        onOpen={({ itemId }) => history.push(go(itemId))}
        onImport={() => setImporting(true)}
        onChanged={() => void refresh()}
      />
      <EuiSpacer size="xl" />
      <OtherExclusions api={api} usageOf={usageOf} />
      {subject && (
        <UsualValues.Provider value={api.exclusions.values}>
          <ExclusionFlyout
            key={id}
            api={api.exclusions}
            subject={subject}
            maySave={maySave}
            onSaved={() => void refresh()}
            onReload={refresh}
            onClose={() => history.push(go(undefined))}
          />
        </UsualValues.Provider>
      )}
      {isImporting && (
        <ImportFlyout
          api={api.exclusions}
          existing={items}
          onDone={() => void refresh()}
          onClose={() => setImporting(false)}
        />
      )}
    </div>
  );
}
