// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiHeader,
  EuiHeaderBreadcrumbs,
  EuiHeaderLink,
  EuiHeaderLogo,
  EuiHeaderSection,
  EuiHeaderSectionItem,
  type EuiBreadcrumb,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { BehaviorSubject } from 'rxjs';
import type { ChromeBreadcrumb } from '../../../public/kibana_contracts';
import { APP_TITLE } from '../../../public/names';
import { LANGUAGES, type Locale } from '../../kbn_i18n/languages';
import { ChoiceMenu } from './choice_menu';
import type { SeenStatus } from './host_status';
import type { ThemeChoice } from './preferences';
import { Served } from './served';
import { useObservable } from './use_observable';

export interface HeaderProps {
  readonly trail$: BehaviorSubject<readonly ChromeBreadcrumb[]>;
  readonly status: SeenStatus;
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
  readonly theme: ThemeChoice;
  readonly onTheme: (theme: ThemeChoice) => void;
  /** Undefined where no files can be added. */
  readonly onAddFiles: (() => void) | undefined;
  /** Where the app begins. */
  readonly home: string;
}

/** What Kibana has above its apps, as far as it makes sense here. */
export function Header({
  trail$,
  status,
  locale,
  onLocale,
  theme,
  onTheme,
  onAddFiles,
  home,
}: HeaderProps) {
  const trail = useObservable(trail$);
  return (
    <>
      <EuiHeader theme="dark" position="fixed" data-test-subj="host-header">
        <EuiHeaderSection>
          <EuiHeaderSectionItem>
            <EuiHeaderLogo iconType="logoSecurity" href={home} aria-label={APP_TITLE}>
              {APP_TITLE}
            </EuiHeaderLogo>
          </EuiHeaderSectionItem>
        </EuiHeaderSection>
        <EuiHeaderSection side="right">
          <EuiHeaderSectionItem>
            <Served status={status} />
          </EuiHeaderSectionItem>
          {onAddFiles && (
            <EuiHeaderSectionItem>
              <AddFiles onClick={onAddFiles} />
            </EuiHeaderSectionItem>
          )}
          <EuiHeaderSectionItem>
            <ChoiceMenu
              subject="language"
              // Whoever can not read the page must find it as well.
              label={i18n.translate('recentlyCompiled.host.language', {
                defaultMessage: 'Language / 语言',
              })}
              iconType="globe"
              choices={LANGUAGES.map(({ locale: id, name }) => ({ id, name, lang: id }))}
              chosen={locale}
              onChoose={onLocale}
            />
          </EuiHeaderSectionItem>
          <EuiHeaderSectionItem>
            <ChoiceMenu
              subject="theme"
              label={i18n.translate('recentlyCompiled.host.theme', { defaultMessage: 'Theme' })}
              iconType="brush"
              choices={themes()}
              chosen={theme}
              onChoose={onTheme}
            />
          </EuiHeaderSectionItem>
        </EuiHeaderSection>
      </EuiHeader>
      <EuiHeader position="fixed" data-test-subj="host-breadcrumbs">
        <EuiHeaderBreadcrumbs breadcrumbs={trail.map(asCrumb)} />
      </EuiHeader>
    </>
  );
}

/** Without the members that are undefined, which EUI's types do not allow. */
const asCrumb = (crumb: ChromeBreadcrumb): EuiBreadcrumb => {
  const { text, href } = crumb;
  return {
    text,
    ...(href !== undefined && { href }),
    ...(crumb.onClick && { onClick: (event: React.MouseEvent) => crumb.onClick?.(event) }),
  };
};

const themes = () => [
  {
    id: 'system' as const,
    name: i18n.translate('recentlyCompiled.host.theme.system', { defaultMessage: 'As the system' }),
  },
  {
    id: 'light' as const,
    name: i18n.translate('recentlyCompiled.host.theme.light', { defaultMessage: 'Light' }),
  },
  {
    id: 'dark' as const,
    name: i18n.translate('recentlyCompiled.host.theme.dark', { defaultMessage: 'Dark' }),
  },
];

function AddFiles({ onClick }: { onClick: () => void }) {
  const label = i18n.translate('recentlyCompiled.host.addFiles', { defaultMessage: 'Add events' });
  return (
    <EuiHeaderLink
      data-test-subj="host-addFiles"
      iconType="importAction"
      aria-label={label}
      onClick={onClick}
    >
      <span className="host-wide">{label}</span>
    </EuiHeaderLink>
  );
}
