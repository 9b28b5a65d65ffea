// SPDX-License-Identifier: Apache-2.0
import React, { Component, type ReactNode } from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { sentence } from '../sentence';

interface Props {
  /** Another page is drawn afresh, whatever became of the one before. */
  readonly page: string;
  readonly children: ReactNode;
}

interface State {
  readonly failure: string | undefined;
  readonly page: string;
}

/** Stands in for a page that could not be drawn: what has failed, why, and what to do. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failure: undefined, page: this.props.page };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: error instanceof Error ? error.message : String(error) };
  }

  static getDerivedStateFromProps({ page }: Props, state: State): Partial<State> | null {
    return page === state.page ? null : { failure: undefined, page };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure === undefined ? (
      this.props.children
    ) : (
      <EuiEmptyPrompt
        data-test-subj="brokenPage"
        color="danger"
        iconType="error"
        title={
          <h2>
            {i18n.translate('recentlyCompiled.brokenPage.title', {
              defaultMessage: 'This page could not be shown',
            })}
          </h2>
        }
        body={
          <>
            <p>
              {i18n.translate('recentlyCompiled.brokenPage.cause', {
                defaultMessage: 'An error of the app itself is the cause:',
              })}{' '}
              {sentence(failure)}
            </p>
            <p>
              {i18n.translate('recentlyCompiled.brokenPage.remedy', {
                defaultMessage:
                  'Try again, or go to another page. If it happens again, load the page anew, and report the error with the address of this page.',
              })}
            </p>
          </>
        }
        actions={
          <EuiButton
            data-test-subj="showAgain"
            onClick={() => this.setState({ failure: undefined })}
          >
            {i18n.translate('recentlyCompiled.brokenPage.retry', { defaultMessage: 'Try again' })}
          </EuiButton>
        }
      />
    );
  }
}
