// SPDX-License-Identifier: Apache-2.0
import type { FeaturesSetup, KibanaFeature } from '../../../server/kibana_contracts';

const RESERVED = new Set(['catalogue', 'management', 'navLinks']);

/** The features of one Kibana, checked as they are registered. */
export class FeaturesDouble {
  readonly features = new Map<string, KibanaFeature>();
  private isLocked = false;

  readonly setup: FeaturesSetup = {
    registerKibanaFeature: (feature) => {
      if (this.isLocked) {
        throw new Error(
          `Features are locked, can't register new features. Attempt to register ${feature.id} failed.`,
        );
      }
      if (this.features.has(feature.id)) {
        throw new Error(`Feature with id ${feature.id} is already registered.`);
      }
      checkFeature(feature);
      this.features.set(feature.id, feature);
    },
  };

  /** In the order of registration. */
  get registered(): readonly KibanaFeature[] {
    return [...this.features.values()];
  }

  /** After setup no feature can be added. */
  lock(): void {
    this.isLocked = true;
  }
}

/** What `feature_schema.ts` of Kibana's features has known in all of 8.x. */
const KNOWN = new Set(
  [
    ['id', 'name', 'category', 'order', 'excludeFromBasePrivileges', 'minimumLicense', 'app'],
    ['management', 'catalogue', 'alerting', 'cases', 'privileges', 'subFeatures'],
    ['privilegesTooltip', 'reserved'],
  ].flat(),
);

const checkFeature = (feature: KibanaFeature): void => {
  const unknown = Object.keys(feature).find((key) => !KNOWN.has(key));
  if (unknown !== undefined) {
    throw new Error(`[${unknown}]: definition for this key is missing`);
  }
  const { id, app, catalogue, management, alerting, privileges } = feature;
  if (!/^[a-zA-Z0-9_-]+$/.test(id) || RESERVED.has(id)) {
    throw new Error(`[id]: [${id}] is not allowed as the id of a feature`);
  }
  const granted = Object.entries(privileges as unknown as Record<string, Loose>);
  for (const [privilege, given] of granted) {
    checkPrivilege(id, privilege, given);
  }
  crossCheck(id, 'app', app, granted, ({ app: named }) => named);
  crossCheck(id, 'catalogue', catalogue, granted, ({ catalogue: named }) => named);
  const pages = (named: Loose['management'] = {}) =>
    Object.entries(named).flatMap(([section, names]) => names.map((name) => `${section}.${name}`));
  crossCheck(id, 'management', pages(management), granted, ({ management: named }) => pages(named));
  crossCheck(id, 'alerting', alerting, granted, ({ alerting: kinds }) =>
    Object.values(kinds ?? {}).flatMap((accesses) => Object.values(accesses).flat()),
  );
};

interface Loose {
  readonly app?: readonly unknown[];
  readonly catalogue?: readonly unknown[];
  readonly management?: Readonly<Record<string, readonly string[]>>;
  readonly ui?: readonly unknown[];
  readonly savedObject?: { readonly all?: unknown; readonly read?: unknown };
  readonly alerting?: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;
}

const checkPrivilege = (id: string, privilege: string, { ui, savedObject }: Loose): void => {
  const at = `Feature ${id}: [privileges.${privilege}`;
  if (!Array.isArray(ui)) {
    throw new Error(`${at}.ui]: expected value of type [array] but got [${typeof ui}]`);
  }
  if (!Array.isArray(savedObject?.all) || !Array.isArray(savedObject.read)) {
    throw new Error(`${at}.savedObject]: expected [all] and [read] to be arrays`);
  }
};

/** What a privilege grants the feature must name, and what the feature names a privilege must grant. */
const crossCheck = (
  id: string,
  kind: string,
  named: readonly unknown[] = [],
  granted: readonly (readonly [string, Loose])[],
  pick: (privilege: Loose) => readonly unknown[] | undefined,
): void => {
  const text = (entry: unknown): string =>
    typeof entry === 'string' ? entry : JSON.stringify(entry);
  const known = named.map(text);
  const seen = new Set<string>();
  for (const [privilege, given] of granted) {
    const entries = (pick(given) ?? []).map(text);
    entries.forEach((entry) => seen.add(entry));
    const unknown = entries.filter((entry) => !known.includes(entry));
    if (unknown.length > 0) {
      throw new Error(
        `Feature privilege ${id}.${privilege} has unknown ${kind} entries: ${unknown.join(', ')}`,
      );
    }
  }
  const ungranted = known.filter((entry) => !seen.has(entry));
  if (ungranted.length > 0) {
    throw new Error(
      `Feature ${id} specifies ${kind} entries which are not granted to any privileges: ${ungranted.join(',')}`,
    );
  }
};
