// SPDX-License-Identifier: Apache-2.0
import React, { useRef } from 'react';
import { i18n } from '@kbn/i18n';
import type { BehaviorSubject } from 'rxjs';
import { DropZone } from './drop_zone';
import { Header, type HeaderProps } from './header';
import type { SeenStatus } from './host_status';
import type { ThemeChoice } from './preferences';
import type { Uploads } from './uploads';
import { UploadsPanel } from './uploads_panel';
import { useObservable } from './use_observable';

interface Props extends Omit<HeaderProps, 'status' | 'theme' | 'onAddFiles'> {
  readonly status$: BehaviorSubject<SeenStatus>;
  readonly theme$: BehaviorSubject<ThemeChoice>;
  readonly uploads: Uploads;
}

/** All that stands around the app without Kibana. */
export function HostShell({ status$, theme$, uploads, ...rest }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const status = useObservable(status$);
  const theme = useObservable(theme$);
  // What is read in a cluster can not be added to.
  const takesFiles = status !== undefined && status !== 'gone' && status.events.source === 'files';
  const add = useRef((files: File[]) => uploads.add(files));
  return (
    <>
      <Header
        {...rest}
        status={status}
        theme={theme}
        onAddFiles={takesFiles ? () => input.current?.click() : undefined}
      />
      <input
        ref={input}
        hidden
        multiple
        type="file"
        data-test-subj="host-fileInput"
        aria-label={i18n.translate('recentlyCompiled.host.fileInput', {
          defaultMessage: 'Files with events',
        })}
        onChange={({ target }) => {
          uploads.add([...(target.files ?? [])]);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
      {takesFiles && <DropZone onFiles={add.current} />}
      <UploadsPanel uploads={uploads} />
    </>
  );
}
