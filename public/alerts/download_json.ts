// SPDX-License-Identifier: Apache-2.0

/** Lets the browser save a document as a file of JSON. */
export function downloadJson(name: string, document: unknown): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(document, null, 2)], { type: 'application/json' }),
  );
  const link = window.document.createElement('a');
  link.href = url;
  link.download = `${name.replace(/[^\w-]/g, '_').slice(0, 100)}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
