// SPDX-License-Identifier: Apache-2.0
import type { SpacesStart } from '../../../server/kibana_contracts';
import { senderOf } from '../../../standalone/kibana/request';

export const spacesStart: SpacesStart = {
  spacesService: { getSpaceId: (request) => senderOf(request).spaceId },
};
