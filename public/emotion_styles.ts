// SPDX-License-Identifier: Apache-2.0
import createCache from '@emotion/cache';
import { euiStylisPrefixer } from '@elastic/eui';

type Styles = ReturnType<typeof createCache>;

let styles: Styles | undefined;

/**
 * Where the page has the styles of EUI's components: before its style sheets, which build on them. Left to itself EUI
 * puts them at the end of the page, where they undo what those say, for all apps that are opened afterwards (Kibana's
 * sources, `eui_provider.tsx` of `react/kibana_context`, which names the place and the key).
 */
export const emotionStyles = (): Styles =>
  (styles ??= createCache({
    key: 'css',
    stylisPlugins: [euiStylisPrefixer],
    ...placeOf(document.querySelector<HTMLElement>('meta[name="emotion"]')),
  }));

const placeOf = (container: HTMLElement | null) => container && { container };
