// SPDX-License-Identifier: Apache-2.0
import type { HttpFetchError } from '../../../public/kibana_contracts';
import type { TakenIn } from '../../host/events/taken_in';
import { HOST_BASE } from '../../host/http/host_base';
import { LOCALE_HEADER } from '../../kbn_i18n/languages';
import type { SendFile } from './uploads';

/** Sends files by the one way of browsers that tells how much is sent. */
export const fileSender =
  (locale: string): SendFile =>
  (file, onSent) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', `${HOST_BASE}/files?name=${encodeURIComponent(file.name)}`);
      request.setRequestHeader(LOCALE_HEADER, locale);
      request.responseType = 'json';
      request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
      // A file that was changed or removed since it was dropped fails here too.
      request.onerror = () => reject(new TypeError('Failed to fetch'));
      request.onload = () => {
        if (request.status === 200) {
          resolve(request.response as TakenIn);
        } else {
          const error: HttpFetchError = Object.assign(new Error(request.statusText), {
            response: { status: request.status },
            body: request.response as unknown,
          });
          reject(error);
        }
      };
      request.send(file);
    });
