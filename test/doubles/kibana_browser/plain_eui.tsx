// SPDX-License-Identifier: Apache-2.0
import React, { type FunctionComponent, type ReactNode } from 'react';

interface PlainProps {
  'data-test-subj'?: string;
  title?: ReactNode;
  description?: ReactNode;
  pageTitle?: ReactNode;
  icon?: ReactNode;
  body?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
  isDisabled?: boolean;
  onClick?: () => void;
  confirmButtonText?: string;
  onConfirm?: () => void;
  tabs?: { label: string; onClick: () => void; 'data-test-subj'?: string }[];
  listItems?: { title: string; description: string }[];
}

/** Any component of EUI, as an element that shows the texts it was given and can be clicked. */
function plain(name: string): FunctionComponent<PlainProps> {
  return function Plain(props) {
    return (
      <div
        data-test-subj={props['data-test-subj'] ?? name}
        onClick={props.onClick}
        {...(props.isDisabled && { disabled: true })}
      >
        {props.pageTitle}
        {props.tabs?.map(({ label, onClick, 'data-test-subj': subject }) => (
          <div key={label} data-test-subj={subject} onClick={onClick}>
            {label}
          </div>
        ))}
        {props.icon}
        {props.title}
        {props.description}
        {props.listItems?.map(({ title, description }) => (
          <div key={title}>{`${title}: ${description}`}</div>
        ))}
        {props.body}
        {props.children}
        {props.actions}
        {props.confirmButtonText !== undefined && (
          <div data-test-subj="confirmModalConfirmButton" onClick={props.onConfirm}>
            {props.confirmButtonText}
          </div>
        )}
      </div>
    );
  };
}

/** EUI's components of these names, without their looks. */
export function plainEui(names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.assign(plain(name), {
        Header: plain(`${name}.Header`),
        Section: plain(`${name}.Section`),
      }),
    ]),
  );
}
