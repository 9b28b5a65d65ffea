// SPDX-License-Identifier: Apache-2.0
import type { User } from '../elasticsearch/access/users';
import type { FeaturePrivilege, KibanaFeature } from '../../server/kibana_contracts';

/** Who uses Kibana, and what for. */
export interface KibanaUser {
  readonly name: string;
  /** The same person in Elasticsearch; undefined is a superuser there. */
  readonly elasticsearch?: User;
  /** Whether routes that demand this privilege of the API are open. */
  mayCall(apiPrivilege: string): boolean;
  mayUseRule(ruleTypeId: string, consumer: string, access: Access): boolean;
  mayUseSavedObject(type: string, access: Access): boolean;
}

export type Access = 'read' | 'all';

export const superuser = (name = 'elastic'): KibanaUser => ({
  name,
  mayCall: () => true,
  mayUseRule: () => true,
  mayUseSavedObject: () => true,
});

/** A user with one privilege of each of some features and nothing else; without any, a user who may do nothing. */
export const userWith = (
  name: string,
  granted: readonly { readonly feature: KibanaFeature; readonly privilege: Access }[],
  elasticsearch?: User,
): KibanaUser => {
  const held = granted.map(({ feature, privilege }) => ({
    featureId: feature.id,
    ...feature.privileges[privilege],
  }));
  return {
    name,
    ...(elasticsearch && { elasticsearch }),
    mayCall: (privilege) => held.some(({ api }) => api.includes(privilege)),
    mayUseRule: (ruleTypeId, consumer, access) =>
      held.some(({ featureId, alerting }) =>
        ruleGrants(alerting, access).some((entry) =>
          grantsRule(entry, featureId, ruleTypeId, consumer),
        ),
      ),
    mayUseSavedObject: (type, access) =>
      held.some(
        ({ savedObject: { all, read } }) =>
          all.includes(type) || (access === 'read' && read.includes(type)),
      ),
  };
};

const ruleGrants = ({ rule }: FeaturePrivilege['alerting'], access: Access): readonly unknown[] => [
  ...(rule.all ?? []),
  ...(access === 'read' ? (rule.read ?? []) : []),
];

/** In 8.12 a rule type's id, which holds for rules whose consumer is the feature; in 9.x both are named. */
const grantsRule = (
  entry: unknown,
  featureId: string,
  ruleTypeId: string,
  consumer: string,
): boolean => {
  if (typeof entry === 'string') {
    return entry === ruleTypeId && consumer === featureId;
  }
  const { ruleTypeId: type, consumers } = entry as {
    readonly ruleTypeId: string;
    readonly consumers: readonly string[];
  };
  return type === ruleTypeId && consumers.includes(consumer);
};
