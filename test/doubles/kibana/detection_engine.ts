// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { EXCLUSION_LIST_ID } from '../../../common/api';
import type { KibanaFeature } from '../../../server/kibana_contracts';
import type { Boom } from '../../../standalone/kibana/boom';
import type { KibanaUser } from '../../../standalone/kibana/kibana_user';
import type { StoredObject } from '../../../standalone/kibana/saved_objects';
import type { KibanaDouble } from './kibana_double';

type Fields = Readonly<Record<string, unknown>>;

/** A request to Security's public API, as it comes to Kibana. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly user: KibanaUser;
  /** Of the header `elastic-api-version`. */
  readonly version: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Fields;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Security as a feature of roles, as far as its rules and exception lists go (8.12). */
export const SECURITY_FEATURE = {
  id: 'siem',
  privileges: Object.fromEntries(
    (['all', 'read'] as const).map((privilege) => [
      privilege,
      {
        // Not `securitySolutionUI`, which the app in the browser is called.
        app: ['securitySolution'],
        catalogue: [],
        ui: privilege === 'all' ? ['show', 'crud'] : ['show'],
        api: ['securitySolution', 'lists-read', ...(privilege === 'all' ? ['lists-all'] : [])],
        savedObject: {
          all: privilege === 'all' ? ['exception-list', 'exception-list-agnostic'] : [],
          read: ['exception-list', 'exception-list-agnostic'],
        },
        alerting: { rule: { [privilege]: ['siem.eqlRule'] }, alert: {} },
      },
    ]),
  ),
} as unknown as KibanaFeature;

/** The names that the API and the stored rule have for the same, where they differ (recorded from 8.12.2). */
const STORED_NAMES: Readonly<Record<string, string>> = {
  rule_id: 'ruleId',
  output_index: 'outputIndex',
  risk_score: 'riskScore',
  risk_score_mapping: 'riskScoreMapping',
  severity_mapping: 'severityMapping',
  exceptions_list: 'exceptionsList',
  false_positives: 'falsePositives',
  max_signals: 'maxSignals',
  related_integrations: 'relatedIntegrations',
  required_fields: 'requiredFields',
  tiebreaker_field: 'tiebreakerField',
};

/** What a rule has beside its parameters. */
const ATTRIBUTES = new Set(['name', 'tags', 'enabled', 'interval']);

/** What a new rule of the type eql may be given; others are refused. */
const CREATABLE = new Set([
  ...['name', 'description', 'risk_score', 'severity', 'type', 'language', 'query', 'rule_id'],
  ...['index', 'filters', 'tiebreaker_field', 'timestamp_field', 'interval', 'from', 'to'],
  ...['enabled', 'tags', 'note', 'meta', 'max_signals', 'exceptions_list', 'threat', 'references'],
  ...['false_positives', 'author', 'license', 'version'],
]);
const REQUIRED = ['name', 'description', 'risk_score', 'severity', 'type', 'language', 'query'];

const DEFAULTS: Fields = {
  author: [],
  exceptions_list: [],
  false_positives: [],
  from: 'now-6m',
  immutable: false,
  max_signals: 100,
  output_index: '',
  references: [],
  related_integrations: [],
  required_fields: [],
  risk_score_mapping: [],
  setup: '',
  severity_mapping: [],
  threat: [],
  to: 'now',
  version: 1,
};

/** Rules of Security over HTTP, kept where the alerting framework keeps them; its exception lists likewise. */
export class DetectionEngine {
  /** Of the exception lists, which our standalone Kibana does not keep. */
  private readonly metas = new Map<string, unknown>();

  constructor(
    private readonly kibana: Pick<KibanaDouble, 'savedObjects' | 'lists'>,
    private readonly now: () => number = () => Date.now(),
  ) {}

  async answer(request: ApiRequest): Promise<ApiAnswer> {
    const { path, version, user, method } = request;
    if (version !== '2023-10-31') {
      return { status: 400, body: kibanaError(400, `Version [${version}] is not known`) };
    }
    if (path.startsWith('/api/exception_lists')) {
      const privilege = method === 'GET' ? 'lists-read' : 'lists-all';
      return user.mayCall(privilege) ? this.lists(request) : forbidden();
    }
    if (!path.startsWith('/api/detection_engine/rules')) {
      return { status: 404, body: kibanaError(404, 'Not Found') };
    }
    return user.mayCall('securitySolution') ? this.rules(request) : forbidden();
  }

  /** A stored rule in the words of the API. */
  shown({ id, attributes }: StoredObject): Fields {
    const { params, ...attribute } = attributes as {
      readonly params: Fields;
      readonly schedule: { readonly interval: string };
    } & Fields;
    const names = Object.fromEntries(Object.entries(STORED_NAMES).map(([api, own]) => [own, api]));
    return {
      ...Object.fromEntries(
        Object.entries(params).map(([name, value]) => [names[name] ?? name, value]),
      ),
      id,
      name: attribute['name'],
      tags: attribute['tags'],
      enabled: attribute['enabled'],
      interval: attribute.schedule.interval,
      actions: attribute['actions'],
      revision: attribute['revision'],
      created_at: attribute['createdAt'],
      created_by: attribute['createdBy'],
      updated_at: attribute['updatedAt'],
      updated_by: attribute['updatedBy'],
    };
  }

  private async rules({ method, path, query, body, user }: ApiRequest): Promise<ApiAnswer> {
    if (!user.mayUseRule('siem.eqlRule', 'siem', method === 'GET' ? 'read' : 'all')) {
      return refused(403, `Unauthorized by "siem" to ${ACTIONS[method]} "siem.eqlRule" rule`);
    }
    if (path.endsWith('/_find')) {
      return this.find(query['filter'] ?? '');
    }
    if (method === 'POST') {
      return this.create(body, user);
    }
    const id = String(query['id'] ?? body['id']);
    const rule = this.stored().find((one) => one.id === id);
    if (!rule) {
      return refused(404, `id: "${id}" not found`);
    }
    switch (method) {
      case 'PATCH': {
        const { id: _, ...changes } = body;
        this.store(rule, changes, user);
        return { status: 200, body: this.shown(this.kibana.savedObjects.find('alert', id)!) };
      }
      case 'DELETE':
        this.kibana.savedObjects.remove('alert', id);
        return { status: 200, body: this.shown(rule) };
      default:
        return { status: 200, body: this.shown(rule) };
    }
  }

  /** Kibana writes `<types of Security> AND ` before the filter, and fails with a rule of another type. */
  private find(filter: string): ApiAnswer {
    const { isBracketed, byId, byName } = conditionsOf(filter);
    const rules = this.kibana.savedObjects.all('alert');
    const found = rules.filter((rule) =>
      isBracketed
        ? isOfSecurity(rule) && (byId(rule) || byName(rule))
        : (isOfSecurity(rule) && byId(rule)) || byName(rule),
    );
    if (!found.every(isOfSecurity)) {
      return refused(500, 'Invalid switch case');
    }
    const data = found.map((rule) => this.shown(rule));
    return { status: 200, body: { page: 1, perPage: 100, total: data.length, data } };
  }

  private create(body: Fields, user: KibanaUser): ApiAnswer {
    const unknown = Object.keys(body).filter((name) => !CREATABLE.has(name));
    const missing = REQUIRED.filter((name) => body[name] === undefined);
    if (unknown.length > 0 || missing.length > 0) {
      const message = `[request body]: ${[...missing.map((name) => `${name}: Required`), ...unknown.map((name) => `invalid keys "${name}"`)].join(', ')}`;
      return { status: 400, body: kibanaError(400, message) };
    }
    const { rule_id: ruleId = randomUUID() } = body;
    if (this.stored().some(({ attributes }) => paramsOf(attributes)['ruleId'] === ruleId)) {
      return refused(409, `rule_id: "${String(ruleId)}" already exists`);
    }
    const id = randomUUID();
    const at = new Date(this.now()).toISOString();
    const attributes = {
      alertTypeId: 'siem.eqlRule',
      consumer: 'siem',
      actions: [],
      createdAt: at,
      createdBy: user.name,
      params: {},
    };
    const empty = { id, type: 'alert', attributes, references: [], namespaces: ['default'] };
    const rule = { enabled: false, tags: [], interval: '5m', ...DEFAULTS, ...body };
    this.store(empty, { ...rule, rule_id: ruleId }, user);
    return { status: 200, body: this.shown(this.kibana.savedObjects.find('alert', id)!) };
  }

  private store(rule: StoredObject, changes: Fields, user: KibanaUser): void {
    const { interval, ...others } = changes;
    const [attributes, params] = [true, false].map((isAttribute) =>
      Object.fromEntries(
        Object.entries(others)
          .filter(([name]) => ATTRIBUTES.has(name) === isAttribute)
          .map(([name, value]) => [STORED_NAMES[name] ?? name, value]),
      ),
    );
    const { revision } = rule.attributes;
    this.kibana.savedObjects.put({
      ...rule,
      attributes: {
        ...rule.attributes,
        ...attributes,
        ...(interval !== undefined && { schedule: { interval } }),
        params: { ...paramsOf(rule.attributes), ...params },
        revision: typeof revision === 'number' ? revision + 1 : 0,
        updatedAt: new Date(this.now()).toISOString(),
        updatedBy: user.name,
      },
    });
  }

  private stored(): StoredObject[] {
    return this.kibana.savedObjects.all('alert').filter(isOfSecurity);
  }

  private async lists({ method, path, query, body, user }: ApiRequest): Promise<ApiAnswer> {
    const { exceptions } = this.kibana.lists;
    const client = exceptions.client(user);
    const listId = String(query['list_id'] ?? EXCLUSION_LIST_ID);
    const key = { id: undefined, listId, namespaceType: 'single' } as const;
    const list = await client.getExceptionList(key);
    const shown = (stored: { readonly id: string }) => ({
      ...stored,
      ...(this.metas.has(stored.id) && { meta: this.metas.get(stored.id) }),
    });
    if (method === 'POST') {
      if (list) {
        return refused(409, `exception list id: "${listId}" already exists`);
      }
      try {
        const made = await client.createExceptionList({
          ...{ listId, namespaceType: 'single', type: 'detection', version: 1, tags: [] },
          ...{ name: String(body['name']), description: String(body['description']) },
          immutable: false,
          meta: undefined,
        });
        this.metas.set(made.id, body['meta']);
        return { status: 200, body: shown(made) };
      } catch (error) {
        const { output, message } = error as Boom;
        return refused(output.statusCode, message);
      }
    }
    if (!list || (query['id'] !== undefined && query['id'] !== list.id)) {
      return refused(404, `exception list list_id: "${listId}" does not exist`);
    }
    if (path.endsWith('/items/_find')) {
      const found = await client.findExceptionListItem({
        ...{ listId, namespaceType: 'single', page: 1, perPage: 1, filter: undefined },
        ...{ pit: undefined, search: undefined, searchAfter: undefined, sortField: undefined },
        sortOrder: undefined,
      });
      return { status: 200, body: found };
    }
    if (method === 'DELETE') {
      // There is no other list in these tests.
      exceptions.restore([], []);
    }
    return { status: 200, body: shown(list) };
  }
}

const ACTIONS: Readonly<Record<string, string>> = {
  GET: 'find',
  POST: 'create',
  PATCH: 'update',
  DELETE: 'delete',
};

const paramsOf = (attributes: Fields): Fields => attributes['params'] as Fields;

const isOfSecurity = ({ attributes }: StoredObject): boolean =>
  attributes['alertTypeId'] === 'siem.eqlRule';

/** Knows the one form of filter that we use: two conditions, either of which is enough. */
function conditionsOf(filter: string) {
  const isBracketed = /^\(.*\)$/.test(filter);
  const [, ruleId, name] =
    /^alert\.attributes\.params\.ruleId: "([^"]+)" or alert\.attributes\.name: "([^"]+)"$/.exec(
      isBracketed ? filter.slice(1, -1) : filter,
    ) ?? [];
  if (ruleId === undefined || name === undefined) {
    throw new Error(`The double can not read the filter [${filter}]`);
  }
  return {
    isBracketed,
    byId: ({ attributes }: StoredObject) => paramsOf(attributes)['ruleId'] === ruleId,
    // A name is text, in which a phrase is searched.
    byName: ({ attributes }: StoredObject) =>
      String(attributes['name']).toLowerCase().includes(name.toLowerCase()),
  };
}

/** How Kibana itself refuses. */
const kibanaError = (statusCode: number, message: string) => ({
  statusCode,
  error: { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found' }[statusCode],
  message,
});

/** For lack of an API privilege (8.12). */
const forbidden = (): ApiAnswer => ({ status: 403, body: kibanaError(403, 'Forbidden') });

/** How Security's routes refuse. */
const refused = (status: number, message: string): ApiAnswer => ({
  status,
  body: { message, status_code: status },
});
