// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiFormRow,
  EuiSpacer,
  EuiText,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMutation } from '@tanstack/react-query';
import type { ExclusionItem } from '../../common/api';
import { forEachItem } from './bulk';
import { BulkResult } from './bulk_result';
import type { ExclusionsApi } from './exclusions_api';
import { FailureCallout } from './failure_callout';
import { FileField } from './file_field';
import { importItems, type ReadFile } from './import_items';
import { ImportReport } from './import_report';
import { TEXTS } from './texts';

const MEGABYTE = 1024 * 1024;
/** A full list of Security takes less. */
const LARGEST_FILE = 20;

/** Imports exception items that Security, or this page, has exported. */
export function ImportFlyout({
  api,
  existing,
  onDone,
  onClose,
}: {
  api: ExclusionsApi;
  existing: readonly ExclusionItem[];
  onDone: () => void;
  onClose: () => void;
}) {
  const titleId = useGeneratedHtmlId();
  const [file, setFile] = useState<ReadFile>();
  const read = useMutation((chosen: File) => readText(chosen), {
    onSuccess: (text) => setFile(importItems(text, existing)),
  });
  const write = useMutation(
    ({ drafts }: ReadFile) =>
      forEachItem(
        drafts.map(({ draft }) => draft),
        api.add,
      ),
    { onSettled: onDone },
  );
  const count = file?.drafts.length ?? 0;
  return (
    <EuiFlyout
      data-test-subj="exclusions-import"
      aria-labelledby={titleId}
      size="m"
      ownFocus
      onClose={onClose}
    >
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="m">
          <h2 id={titleId}>
            {i18n.translate('recentlyCompiled.exclusions.import.title', {
              defaultMessage: 'Import exclusions',
            })}
          </h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        <EuiText size="s">
          <p>
            {i18n.translate('recentlyCompiled.exclusions.import.what', {
              defaultMessage:
                'Choose a file that Security or this page has exported (NDJSON, one exception item a line). The whole file is checked first; nothing is written until you say so.',
            })}
          </p>
        </EuiText>
        <EuiSpacer />
        <EuiFormRow
          fullWidth
          label={i18n.translate('recentlyCompiled.exclusions.import.file', {
            defaultMessage: 'File',
          })}
        >
          <FileField
            disabled={write.isLoading}
            onChange={(chosen) => {
              setFile(undefined);
              read.reset();
              write.reset();
              if (chosen) {
                read.mutate(chosen);
              }
            }}
          />
        </EuiFormRow>
        <EuiSpacer />
        {read.isError && <FailureCallout error={read.error} />}
        {file && <ImportReport file={file} />}
        {write.data && (
          <>
            <EuiSpacer size="s" />
            <BulkResult outcome={write.data} />
          </>
        )}
      </EuiFlyoutBody>
      <EuiFlyoutFooter>
        <EuiFlexGroup justifyContent="spaceBetween" responsive={false} wrap>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty data-test-subj="exclusions-importClose" flush="left" onClick={onClose}>
              {write.data ? TEXTS.close() : TEXTS.cancel()}
            </EuiButtonEmpty>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButton
              data-test-subj="exclusions-importConfirm"
              fill
              isLoading={write.isLoading}
              isDisabled={!file || count === 0 || write.isLoading || write.data !== undefined}
              onClick={() => file && write.mutate(file)}
            >
              {i18n.translate('recentlyCompiled.exclusions.import.confirm', {
                defaultMessage: 'Import {count, plural, one {# exclusion} other {# exclusions}}',
                values: { count },
              })}
            </EuiButton>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiFlyoutFooter>
    </EuiFlyout>
  );
}

async function readText(file: File): Promise<string> {
  if (file.size > LARGEST_FILE * MEGABYTE) {
    throw Object.assign(new Error('too large'), {
      body: {
        message: i18n.translate('recentlyCompiled.exclusions.import.tooLarge', {
          defaultMessage: 'The file is larger than {most} MB.',
          values: { most: LARGEST_FILE },
        }),
        remedy: i18n.translate('recentlyCompiled.exclusions.import.tooLargeRemedy', {
          defaultMessage: 'Check that it is an export of an exception list, or split it.',
        }),
      },
    });
  }
  return file.text();
}
