// SPDX-License-Identifier: Apache-2.0
import { DESKTOP, PHONE } from '../use_browser';
import type { HostLook } from './use_host';

/** How people look at pages, each with a name for its screenshot. */
export const LOOKS: readonly (readonly [string, HostLook])[] = [
  ['wide_light', { size: DESKTOP }],
  ['wide_dark', { size: DESKTOP, darkMode: true }],
  ['narrow_light', { size: PHONE }],
  ['narrow_dark', { size: PHONE, darkMode: true }],
  ['wide_chinese', { size: DESKTOP, locale: 'zh-CN' }],
];

/** Both widths, both themes and both languages, in three. */
export const FEW_LOOKS = LOOKS.filter(([name]) =>
  ['wide_light', 'narrow_dark', 'wide_chinese'].includes(name),
);
