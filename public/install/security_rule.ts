// SPDX-License-Identifier: Apache-2.0

/** An exception list as a Security rule names it. */
export interface ListReference {
  readonly id: string;
  readonly list_id: string;
  readonly type: string;
  readonly namespace_type: string;
}

/** What we look at of a Security rule, in the words of the detection engine's API (Kibana 8.12.2 and 9.x). */
export interface SecurityRule {
  /** Of the saved object; what our rule is linked by. */
  readonly id: string;
  /** The same in every space and version; our own where people made the rule. */
  readonly rule_id: string;
  readonly name: string;
  readonly type: string;
  readonly enabled: boolean;
  /** True for rules that Elastic publishes and updates. */
  readonly immutable: boolean;
  readonly note?: string;
  readonly tiebreaker_field?: string;
  readonly exceptions_list?: readonly ListReference[];
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** What can be changed of a rule; what is not named stays. */
export type SecurityRuleChanges = Partial<
  Pick<SecurityRule, 'enabled' | 'note' | 'tiebreaker_field' | 'exceptions_list'>
>;

/** The exception list with our exclusions, as Kibana stores it. */
export interface ExceptionList extends ListReference {
  readonly meta?: Readonly<Record<string, unknown>>;
}
