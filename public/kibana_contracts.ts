// SPDX-License-Identifier: Apache-2.0
import type { ComponentType, MouseEvent, ReactElement } from 'react';
import type { History } from 'history';
import type { Observable } from 'rxjs';

// The members of Kibana's browser contracts that we call, and no others: no package on npm
// holds their types. Facts: Kibana 8.12.2 and the 9.x sources, where they differ.

export interface PluginInitializerContext {
  env: { packageInfo: { version: string } };
}

export interface AppCategory {
  id: string;
  label: string;
  euiIconType?: string;
  order?: number;
}

/** Where an app or a deep link is offered: `navLinkStatus` and `searchable` in 8.x, `visibleIn` in 9.x. */
export interface AppVisibility {
  navLinkStatus?: number;
  searchable?: boolean;
  visibleIn?: readonly string[];
}

export interface AppDeepLink extends AppVisibility {
  id: string;
  title: string;
  path: string;
  keywords?: readonly string[];
}

export interface Theme {
  darkMode: boolean;
}

export interface AppMountParameters {
  element: HTMLElement;
  history: History;
}

export interface App extends AppVisibility {
  id: string;
  title: string;
  category: AppCategory;
  order: number;
  euiIconType: string;
  keywords: readonly string[];
  deepLinks: readonly AppDeepLink[];
  /** Resolves with what unmounts the app. */
  mount(params: AppMountParameters): Promise<() => void>;
}

/** Parameters of a request; those that are undefined are left out. */
export type HttpQuery = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

/** `version` of a public route of Kibana, which it sends as the header `elastic-api-version`. */
interface HttpVersion {
  version?: string;
}

/** All reject with an `HttpFetchError` unless the answer has a 2xx status. */
export interface HttpStart {
  /** A list in the query is given value by value. */
  get(path: string, options?: HttpVersion & { query?: HttpQuery }): Promise<unknown>;
  post(path: string, options?: HttpVersion & { body: string }): Promise<unknown>;
  put(path: string, options?: HttpVersion & { body: string }): Promise<unknown>;
  patch(path: string, options?: HttpVersion & { body: string }): Promise<unknown>;
  delete(path: string, options?: HttpVersion & { query: HttpQuery }): Promise<unknown>;
}

/** What `HttpStart` rejects with; without `response` when no answer came. */
export interface HttpFetchError extends Error {
  response?: { status: number };
  body?: unknown;
}

/** What the user may do, by feature and capability; `navLinks` tells which apps may be opened. */
export type Capabilities = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** The last one is the present page. */
export interface ChromeBreadcrumb {
  text: string;
  href?: string;
  onClick?(event: MouseEvent): void;
}

/** What Kibana shows around an app; it takes both back when another app is opened. */
export interface ChromeStart {
  setBreadcrumbs(breadcrumbs: ChromeBreadcrumb[]): void;
  /** The parts of the tab's title, the most special one first; Kibana adds its own name. */
  docTitle: { change(title: string[]): void };
}

export interface CoreStart {
  application: { capabilities: Capabilities };
  chrome: ChromeStart;
  /** `prepend` makes an address of a path within Kibana: the base path and the space before it. */
  http: HttpStart & { basePath: { prepend(path: string): string } };
  /** Says the texts that EUI has of its own in the viewer's language. */
  i18n: { Context: ComponentType<{ children: ReactElement }> };
  theme: { theme$: Observable<Theme> };
  /** The viewer's setting of this key, else its default. */
  uiSettings: { get(key: string): unknown };
}

export interface CoreSetup {
  application: { register(app: App): void };
  getStartServices(): Promise<[CoreStart, ...unknown[]]>;
}

/** What Stack Management's form for rules gives to the part that edits the parameters of a type. */
export interface RuleTypeParamsExpressionProps {
  /** Empty for a new rule. */
  ruleParams: Readonly<Record<string, unknown>>;
  /** As text with its unit, such as `5m`; it is edited outside of that part. */
  ruleInterval: string;
  setRuleParams: (name: string, value: unknown) => void;
}

/** A rule type as Stack Management knows it. */
export interface RuleTypeModel {
  id: string;
  description: string;
  iconClass: string;
  documentationUrl: string | null;
  validate(params: unknown): { errors: Record<string, string[]> };
  ruleParamsExpression: ComponentType<RuleTypeParamsExpressionProps>;
  /** True keeps the type out of the generic menus for creating and editing rules. */
  requiresAppContext: boolean;
  /** What the message of a new action says first, with variables as `{{context.reason}}`. */
  defaultActionMessage: string;
}

export interface TriggersActionsUiSetup {
  ruleTypeRegistry: { register(ruleType: RuleTypeModel): void };
}

export interface AlertingSetup {
  registerNavigation(consumer: string, ruleTypeId: string, path: () => string): unknown;
}

export interface SetupPlugins {
  alerting?: AlertingSetup;
  triggersActionsUi?: TriggersActionsUiSetup;
}
