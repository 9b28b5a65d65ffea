// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import {
  EuiContextMenuItem,
  EuiContextMenuPanel,
  EuiHeaderSectionItemButton,
  EuiIcon,
  EuiPopover,
} from '@elastic/eui';

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** Of the name, where it is in another language than the page. */
  readonly lang?: string;
}

/** A button in the header that opens a list to choose one from. */
export function ChoiceMenu<Id extends string>({
  subject,
  label,
  iconType,
  choices,
  chosen,
  onChoose,
}: {
  /** Of its elements for tests: `theme` for `host-theme` and `host-theme-dark`. */
  subject: string;
  label: string;
  iconType: string;
  choices: readonly Choice<Id>[];
  chosen: Id;
  onChoose: (id: Id) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  const now = choices.find(({ id }) => id === chosen)?.name ?? chosen;
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={close}
      panelPaddingSize="none"
      anchorPosition="downRight"
      panelProps={{ 'aria-label': label }}
      button={
        <EuiHeaderSectionItemButton
          data-test-subj={`host-${subject}`}
          aria-label={`${label}: ${now}`}
          aria-haspopup="true"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <EuiIcon type={iconType} />
        </EuiHeaderSectionItemButton>
      }
    >
      <EuiContextMenuPanel
        title={label}
        items={choices.map(({ id, name, lang }) => (
          <EuiContextMenuItem
            key={id}
            data-test-subj={`host-${subject}-${id}`}
            icon={id === chosen ? 'check' : 'empty'}
            aria-current={id === chosen}
            lang={lang}
            onClick={() => {
              close();
              onChoose(id);
            }}
          >
            {name}
          </EuiContextMenuItem>
        ))}
      />
    </EuiPopover>
  );
}
