// SPDX-License-Identifier: Apache-2.0
import { API_BASE } from '../../../common/api/api_base';

/** What the host itself answers, beside the routes of the plugin. */
export const HOST_BASE = `${API_BASE}_host`;
