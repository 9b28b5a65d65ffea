// SPDX-License-Identifier: Apache-2.0
import { icon as error } from '@elastic/eui/es/components/icon/assets/error';
import { appendIconComponentCache } from '@elastic/eui/es/components/icon/icon';

/** EUI fetches an icon when it is first shown, which is too late for the one that says that nothing can be fetched. */
export const haveIconsAtHand = (): void => appendIconComponentCache({ error });
