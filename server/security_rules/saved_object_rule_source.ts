// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { z } from 'zod';
import type { SecurityRule, SecurityRuleParams } from '../../common/alerts';
import { zodMessages } from '../../common/zod_messages';
import { Failure } from '../failure';
import type { SavedObject, SavedObjectReference, SavedObjectsReader } from '../kibana_contracts';
import { savedObjectFailure, savedObjectStatus } from '../saved_objects/saved_object_failure';
import type { SecurityRuleSource } from './security_rule_source';

const EQL_RULE = 'siem.eqlRule';
const DEFAULT_SPACE = 'default';

const texts = z.array(z.string());

/** What is read here, as Kibana 8.12.2 stores it; everything else is let through. */
const attributesSchema = z.object({
  name: z.string(),
  tags: texts,
  enabled: z.boolean(),
  schedule: z.object({ interval: z.string() }),
  actions: z.array(z.unknown()),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  updatedAt: z.string(),
  updatedBy: z.string().nullable(),
  revision: z.number(),
  params: z
    .object({
      author: texts,
      description: z.string(),
      exceptionsList: z.array(z.record(z.unknown())),
      falsePositives: texts,
      from: z.string(),
      immutable: z.boolean(),
      maxSignals: z.number(),
      references: texts,
      riskScore: z.number(),
      riskScoreMapping: z.array(z.unknown()),
      ruleId: z.string(),
      severity: z.string(),
      severityMapping: z.array(z.unknown()),
      threat: z.array(z.unknown()),
      to: z.string(),
      type: z.string(),
      version: z.number(),
    })
    .passthrough(),
});

/**
 * Reads Security rules from Kibana's saved objects of type `alert`. The reader must be one that may see all of
 * them (`createInternalRepository(['alert'])`): who may link to a rule is checked when the link is made.
 */
export class SavedObjectRuleSource implements SecurityRuleSource {
  constructor(private readonly savedObjects: SavedObjectsReader) {}

  async read(id: string, spaceId: string): Promise<SecurityRule | undefined> {
    const saved = await this.get(id, spaceId);
    return saved && toRule(saved);
  }

  private async get(
    id: string,
    spaceId: string,
  ): Promise<SavedObject<Readonly<Record<string, unknown>>> | undefined> {
    try {
      return await this.savedObjects.get(
        'alert',
        id,
        spaceId === DEFAULT_SPACE ? {} : { namespace: spaceId },
      );
    } catch (error) {
      if (savedObjectStatus(error) === 404) {
        return undefined;
      }
      throw savedObjectFailure(
        error,
        i18n.translate('recentlyCompiled.task.lookAtSecurityRule', {
          defaultMessage: 'The look at the Security rule [{id}]',
          values: { id },
        }),
      );
    }
  }
}

const toRule = ({
  id,
  attributes,
  references,
}: SavedObject<Readonly<Record<string, unknown>>>): SecurityRule => {
  const { alertTypeId: type } = attributes;
  if (type !== EQL_RULE) {
    throw new Failure('invalid', {
      message: i18n.translate('recentlyCompiled.run.linkUnsuitable', {
        defaultMessage:
          'The rule [{name}] ({id}) can not be linked, its type is [{type}] and not [{needed}]',
        values: { name: String(attributes['name']), id, type: String(type), needed: EQL_RULE },
      }),
      remedy: i18n.translate('recentlyCompiled.run.linkUnsuitableRemedy', {
        defaultMessage: 'Link a Security rule of type Event Correlation',
      }),
    });
  }
  const read = attributesSchema.safeParse(attributes, { errorMap: zodMessages });
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Failure('unexpected', {
      message: i18n.translate('recentlyCompiled.run.linkUnreadable', {
        defaultMessage: 'The Security rule ({id}) can not be read: {place}: {reason}',
        values: { id, place: issue?.path.join('.') ?? '', reason: issue?.message ?? '' },
      }),
      remedy: i18n.translate('recentlyCompiled.run.linkUnreadableRemedy', {
        defaultMessage: 'Save it once on the rules page of Security, which brings it up to date',
      }),
    });
  }
  const { schedule, params, ...rule } = read.data;
  return {
    ...rule,
    uuid: id,
    interval: schedule.interval,
    params: {
      ...(params as SecurityRuleParams),
      exceptionsList: params.exceptionsList.map((list, i) => withId(list, i, references)),
    },
  };
};

/** A list's id may have changed with an import; then only the reference knows it. */
const withId = (
  list: Readonly<Record<string, unknown>>,
  position: number,
  references: readonly SavedObjectReference[],
): Readonly<Record<string, unknown>> => {
  const reference = references.find(({ name }) => name === `param:exceptionsList_${position}`);
  return reference ? { ...list, id: reference.id } : list;
};
