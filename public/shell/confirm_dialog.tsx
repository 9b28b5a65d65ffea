// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiConfirmModal, type EuiConfirmModalProps } from '@elastic/eui';

/** Asks before something is done. EUI's own says neither that it is a dialog nor what it is called. */
export function ConfirmDialog(props: EuiConfirmModalProps & { title: string }) {
  return <EuiConfirmModal role="alertdialog" aria-modal aria-label={props.title} {...props} />;
}
