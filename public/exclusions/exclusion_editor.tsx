// SPDX-License-Identifier: Apache-2.0
import React, { useEffect, useMemo, useRef, useState } from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFormRow,
  EuiSpacer,
  EuiText,
  EuiTextArea,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMutation } from '@tanstack/react-query';
import type { AlertResponse, ExclusionItem } from '../../common/api';
import { now } from '../clock';
import { checkForm, hasErrors } from './check_form';
import { rowProblems } from './condition_row';
import { ConditionsEditor } from './conditions_editor';
import { conflictOf } from './conflict';
import { ConflictCallout } from './conflict_callout';
import type { ExclusionsApi } from './exclusions_api';
import { ExpiryField } from './expiry_field';
import { FailureCallout } from './failure_callout';
import { entriesOf, type ExclusionForm } from './form';
import { ItemComments } from './item_comments';
import { PreviewPanel, usePreview, type PreviewSubject } from './preview_panel';
import { saveForm, type SaveOutcome } from './save_form';
import { TEXTS } from './texts';

export interface ExclusionEditorProps {
  api: ExclusionsApi;
  initial: ExclusionForm;
  /** Undefined for a new one. */
  edited: ExclusionItem | undefined;
  /** Of the alert that it is made from. */
  events: AlertResponse['events'];
  maySave: boolean;
  onSaved: (outcome: SaveOutcome) => void;
  /** Loads what is edited again, and begins anew with it. */
  onReload: () => void;
  onClose: () => void;
}

/** The body and the footer of the flyout in which an exclusion is written. */
export function ExclusionEditor(props: ExclusionEditorProps) {
  const { api, initial, edited, events, maySave, onSaved, onReload, onClose } = props;
  const [form, setForm] = useState(initial);
  const [isEditedSaved, setEditedSaved] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [asked, setAsked] = useState<string>();
  const [refusals, setRefusals] = useState(0);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It may be scrolled out of sight.
    fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);

  const problems = useMemo(() => checkForm(form, now()), [form]);
  const isWrong = hasErrors(problems);
  const shownProblems = isChecked ? problems : problems.filter(({ level }) => level === 'warning');
  const subject: PreviewSubject = {
    groups: form.groups.map(entriesOf),
    osTypes: form.osTypes,
    itemId: isEditedSaved ? undefined : edited?.itemId,
  };
  const subjectKey = JSON.stringify(subject);
  const isAsked = asked === subjectKey;
  const preview = usePreview(api, subject, isAsked);
  const areConditionsWrong = hasErrors(problems.filter(({ field }) => field.startsWith('groups')));

  const save = useMutation(
    () => saveForm(api, form, edited && !isEditedSaved ? edited : undefined),
    {
      onSuccess: (outcome) => {
        onSaved(outcome);
        if (outcome.rest) {
          setForm(outcome.rest);
          setEditedSaved(isEditedSaved || outcome.isEditedSaved);
        }
      },
    },
  );
  const failure = save.data?.error ?? save.error;
  const conflict = conflictOf(failure);
  const disabled = !maySave || save.isLoading;
  const problemsOf = (field: string) =>
    rowProblems(shownProblems.filter((problem) => problem.field === field));

  const submit = () => {
    setChecked(true);
    if (isWrong) {
      setRefusals(refusals + 1);
    }
    // The button stays on meanwhile, so that it keeps the focus.
    if (!isWrong && !save.isLoading) {
      // Told here, it does not concern who has gone elsewhere meanwhile.
      save.mutate(undefined, { onSuccess: ({ rest }) => !rest && onClose() });
    }
  };

  return (
    <>
      <EuiFlyoutBody>
        <div ref={fields}>
          {!maySave && (
            <>
              <EuiText data-test-subj="exclusions-readOnly" size="s" color="subdued">
                <p>{TEXTS.readOnly()}</p>
              </EuiText>
              <EuiSpacer size="m" />
            </>
          )}
          <EuiFormRow
            fullWidth
            label={i18n.translate('recentlyCompiled.exclusions.editor.name', {
              defaultMessage: 'Name',
            })}
            {...problemsOf('name')}
          >
            <EuiFieldText
              data-test-subj="exclusions-name"
              fullWidth
              disabled={disabled}
              isInvalid={problemsOf('name').isInvalid}
              value={form.name}
              onChange={({ target }) => setForm({ ...form, name: target.value })}
            />
          </EuiFormRow>
          <EuiSpacer />
          <EuiTitle size="xs">
            <h3>
              {i18n.translate('recentlyCompiled.exclusions.editor.conditions', {
                defaultMessage: 'Do not alert when',
              })}
            </h3>
          </EuiTitle>
          <EuiSpacer size="s" />
          <ConditionsEditor
            form={form}
            problems={shownProblems}
            events={events}
            disabled={disabled}
            onChange={setForm}
          />
          <EuiSpacer />
          <PreviewPanel
            preview={preview}
            isAsked={isAsked}
            canAsk={!areConditionsWrong}
            onAsk={() => setAsked(subjectKey)}
          />
          <EuiSpacer />
          <EuiFormRow
            fullWidth
            label={i18n.translate('recentlyCompiled.exclusions.expiry.label', {
              defaultMessage: 'Expires',
            })}
            {...problemsOf('expireTime')}
          >
            <ExpiryField
              time={form.expireTime}
              disabled={disabled}
              onChange={(expireTime) => setForm({ ...form, expireTime })}
            />
          </EuiFormRow>
          <EuiSpacer size="m" />
          {edited && <ItemComments comments={edited.comments} />}
          {maySave && (
            <EuiFormRow
              fullWidth
              label={i18n.translate('recentlyCompiled.exclusions.editor.comment', {
                defaultMessage: 'Comment',
              })}
              helpText={i18n.translate('recentlyCompiled.exclusions.editor.commentHelp', {
                defaultMessage: 'Why it is harmless, for those who come after you',
              })}
              {...problemsOf('comment')}
            >
              <EuiTextArea
                data-test-subj="exclusions-comment"
                fullWidth
                rows={3}
                disabled={disabled}
                isInvalid={problemsOf('comment').isInvalid}
                value={form.comment}
                onChange={({ target }) => setForm({ ...form, comment: target.value })}
              />
            </EuiFormRow>
          )}
        </div>
      </EuiFlyoutBody>
      <EuiFlyoutFooter>
        {/* Here they are seen wherever the body is scrolled to. */}
        {conflict ? (
          <>
            <ConflictCallout conflict={conflict} onReload={onReload} />
            <EuiSpacer size="m" />
          </>
        ) : (
          failure !== null &&
          failure !== undefined && (
            <>
              <FailureCallout error={failure} />
              <EuiSpacer size="m" />
            </>
          )
        )}
        {save.data !== undefined && save.data.saved.length > 0 && save.data.rest && (
          <>
            <EuiText data-test-subj="exclusions-partlySaved" size="s">
              <p>
                {i18n.translate('recentlyCompiled.exclusions.editor.partlySaved', {
                  defaultMessage:
                    '{saved, plural, one {# box is} other {# boxes are}} saved. What is left here is not; saving again saves only that.',
                  values: { saved: save.data.saved.length },
                })}
              </p>
            </EuiText>
            <EuiSpacer size="m" />
          </>
        )}
        <EuiFlexGroup justifyContent="spaceBetween" alignItems="center" responsive={false} wrap>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty data-test-subj="exclusions-cancel" flush="left" onClick={onClose}>
              {maySave ? TEXTS.cancel() : TEXTS.close()}
            </EuiButtonEmpty>
          </EuiFlexItem>
          {maySave && (
            <EuiFlexItem grow={false}>
              <EuiButton
                data-test-subj="exclusions-save"
                fill
                isDisabled={conflict !== undefined}
                onClick={submit}
              >
                {save.isLoading
                  ? i18n.translate('recentlyCompiled.exclusions.editor.saving', {
                      defaultMessage: 'Saving',
                    })
                  : isAsked && preview.data
                    ? i18n.translate('recentlyCompiled.exclusions.editor.save', {
                        defaultMessage: 'Save',
                      })
                    : i18n.translate('recentlyCompiled.exclusions.editor.saveUntried', {
                        defaultMessage: 'Save without preview',
                      })}
              </EuiButton>
            </EuiFlexItem>
          )}
        </EuiFlexGroup>
      </EuiFlyoutFooter>
    </>
  );
}
