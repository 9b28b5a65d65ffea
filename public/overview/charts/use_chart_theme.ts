// SPDX-License-Identifier: Apache-2.0
import { DARK_THEME, LIGHT_THEME, type PartialTheme, type Theme } from '@elastic/charts';
import { useEuiTheme } from '@elastic/eui';
import { EUI_CHARTS_THEME_DARK, EUI_CHARTS_THEME_LIGHT } from '@elastic/eui/dist/eui_charts_theme';

/** What makes charts look as the page around them does. */
export function useChartTheme(): { readonly theme: PartialTheme; readonly baseTheme: Theme } {
  const isDark = useEuiTheme().colorMode === 'DARK';
  return isDark
    ? { theme: EUI_CHARTS_THEME_DARK.theme, baseTheme: DARK_THEME }
    : { theme: EUI_CHARTS_THEME_LIGHT.theme, baseTheme: LIGHT_THEME };
}
