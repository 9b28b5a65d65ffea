// SPDX-License-Identifier: Apache-2.0
declare module '@elastic/eui/es/components/icon/assets/*' {
  import type { ComponentType } from 'react';

  export const icon: ComponentType;
}

declare module '@elastic/eui/es/components/icon/icon' {
  export { appendIconComponentCache } from '@elastic/eui/src/components/icon/icon';
}
