// SPDX-License-Identifier: Apache-2.0
import React, { useEffect, useState } from 'react';
import { EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@kbn/i18n';

const holdsFiles = (event: DragEvent): event is DragEvent & { dataTransfer: DataTransfer } =>
  event.dataTransfer?.types.includes('Files') === true;

/** All of the page takes files that are dropped on it, and says so while some are held over it. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    // Each element under the pointer is entered and left; only the first and the last are about the page.
    let entered = 0;
    const over = (change: number) => {
      entered = Math.max(0, entered + change);
      setIsOver(entered > 0);
    };
    const listeners: [type: string, listener: (event: DragEvent) => void][] = [
      ['dragenter', () => over(1)],
      ['dragleave', () => over(-1)],
      // Without this the browser would open the file instead of handing it over.
      ['dragover', (event) => event.preventDefault()],
      [
        'drop',
        (event) => {
          event.preventDefault();
          over(-entered);
          onFiles([...(event.dataTransfer?.files ?? [])]);
        },
      ],
    ];
    const heard = listeners.map(([type, listener]) => {
      const hear = (event: Event): void => {
        if (event instanceof DragEvent && holdsFiles(event)) {
          listener(event);
        }
      };
      window.addEventListener(type, hear);
      return () => window.removeEventListener(type, hear);
    });
    return () => heard.forEach((stop) => stop());
  }, [onFiles]);
  return isOver ? (
    <div className="host-drop" data-test-subj="host-drop">
      <EuiEmptyPrompt
        color="primary"
        iconType="importAction"
        title={
          <h2>
            {i18n.translate('recentlyCompiled.host.drop.title', {
              defaultMessage: 'Drop files to search their events',
            })}
          </h2>
        }
        body={
          <p>
            {i18n.translate('recentlyCompiled.host.drop.formats', {
              defaultMessage:
                'NDJSON with an event a line, the body of a _bulk request or the answer of a search; each may be gzipped. The files stay on this computer.',
            })}
          </p>
        }
      />
    </div>
  ) : null;
}
