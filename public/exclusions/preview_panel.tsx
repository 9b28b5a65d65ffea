// SPDX-License-Identifier: Apache-2.0
import React, { useEffect, useRef } from 'react';
import {
  EuiButton,
  EuiCallOut,
  EuiLoadingSpinner,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useQuery } from '@tanstack/react-query';
import type { ExclusionDraft, PreviewResponse } from '../../common/api';
import type { ExclusionEntry } from '../../common/exclusions';
import { allText } from '../shown_text';
import type { ExclusionsApi } from './exclusions_api';
import { FailureCallout } from './failure_callout';
import { PreviewResult } from './preview_result';

const DAYS = 7;

export interface PreviewSubject {
  readonly groups: readonly (readonly ExclusionEntry[])[];
  readonly osTypes: ExclusionDraft['osTypes'];
  readonly itemId: string | undefined;
}

/**
 * What an exclusion would have hidden in the last days, for each of its groups. Asks only on demand, since it
 * searches a week of events; what was asked for is shown until the conditions change.
 */
export function usePreview(api: ExclusionsApi, subject: PreviewSubject, isAsked: boolean) {
  return useQuery(
    ['exclusions', 'preview', subject],
    async (): Promise<PreviewResponse[]> => {
      const answers: PreviewResponse[] = [];
      for (const [index, entries] of subject.groups.entries()) {
        answers.push(
          await api.preview({
            exclusion: { entries: [...entries], osTypes: [...subject.osTypes] },
            // Only the first takes the place of the exclusion that is edited.
            ...(index === 0 && subject.itemId !== undefined && { itemId: subject.itemId }),
          }),
        );
      }
      return answers;
    },
    { enabled: isAsked, staleTime: Infinity, cacheTime: 0, refetchOnWindowFocus: false },
  );
}

export type Preview = ReturnType<typeof usePreview>;

/** The button that asks for a preview, and what it showed. */
export function PreviewPanel({
  preview,
  isAsked,
  canAsk,
  onAsk,
}: {
  preview: Preview;
  isAsked: boolean;
  canAsk: boolean;
  onAsk: () => void;
}) {
  const section = useRef<HTMLElement>(null);
  const isAnswered = isAsked && preview.isSuccess && !preview.isFetching;
  // The button is at the lower end of the flyout, and its answer would be below it.
  useEffect(() => {
    if (isAnswered) {
      section.current?.scrollIntoView();
    }
  }, [isAnswered]);
  return (
    <section ref={section} data-test-subj="exclusions-preview" aria-live="polite">
      <EuiTitle size="xs">
        <h3>
          {i18n.translate('recentlyCompiled.exclusions.preview.title', {
            defaultMessage: 'What it would have hidden in the last {days} days',
            values: { days: DAYS },
          })}
        </h3>
      </EuiTitle>
      <EuiSpacer size="s" />
      {!isAsked && (
        <>
          <EuiText data-test-subj="exclusions-notPreviewed" size="s" color="subdued">
            <p>
              {canAsk
                ? i18n.translate('recentlyCompiled.exclusions.preview.notYet', {
                    defaultMessage:
                      'These conditions have not been tried. They can be saved untried, but look first at what they hide.',
                  })
                : i18n.translate('recentlyCompiled.exclusions.preview.notComplete', {
                    defaultMessage: 'Complete the conditions to try them.',
                  })}
            </p>
          </EuiText>
          <EuiSpacer size="s" />
        </>
      )}
      {/* It never goes nor is switched off while it has the focus, which would jump elsewhere. */}
      <EuiButton
        data-test-subj="exclusions-askPreview"
        size="s"
        iconType="eye"
        isDisabled={!canAsk}
        onClick={() => (isAsked ? void preview.refetch() : onAsk())}
      >
        {isAsked
          ? i18n.translate('recentlyCompiled.exclusions.preview.again', {
              defaultMessage: 'Preview again',
            })
          : i18n.translate('recentlyCompiled.exclusions.preview.ask', {
              defaultMessage: 'Preview',
            })}
      </EuiButton>
      <EuiSpacer size="s" />
      {isAsked && preview.isFetching && (
        <EuiText data-test-subj="exclusions-previewing" size="s">
          <p>
            <EuiLoadingSpinner />{' '}
            {i18n.translate('recentlyCompiled.exclusions.preview.searching', {
              defaultMessage: 'Searching the alerts and events of {days} days',
              values: { days: DAYS },
            })}
          </p>
        </EuiText>
      )}
      {isAsked && preview.isError && !preview.isFetching && (
        <FailureCallout error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {isAsked &&
        preview.data?.map((answer, index) => (
          <React.Fragment key={index}>
            {preview.data.length > 1 && (
              <EuiCallOut
                size="s"
                title={i18n.translate('recentlyCompiled.exclusions.preview.box', {
                  defaultMessage: 'Box {number}: {words}',
                  values: { number: index + 1, words: allText(answer.words) },
                })}
              />
            )}
            <PreviewResult preview={answer} />
            <EuiSpacer size="m" />
          </React.Fragment>
        ))}
    </section>
  );
}
