// SPDX-License-Identifier: Apache-2.0
// A process of its own that loads the server side of an unpacked plugin as Kibana does, and lets it work.
// Arguments: the plugin's folder; the folder of our doubles of Kibana's packages; the version of
// Kibana. Prints what it saw as JSON.
import Module from 'node:module';
import type { ServerTranscript } from './scenario';
import { loadServerSide, startKibanaWithZip, type ServerSide } from './kibana_with_zip';

const [plugin = '', packages = '', version = ''] = process.argv.slice(2);

/** Keeps what the plugin requires, also when it would not mind its absence. */
function watchRequires(): Set<string> {
  const required = new Set<string>();
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is applied to whatever module requires
  Module.prototype.require = new Proxy(Module.prototype.require, {
    apply: (original, requiring: Module, [id]: [string]): unknown => {
      if (requiring.filename.startsWith(plugin)) {
        required.add(id);
      }
      return Reflect.apply(original, requiring, [id]);
    },
  });
  return required;
}

const answerOf = ({ config }: ServerSide, value: unknown): unknown => {
  try {
    return config.schema.validate(value);
  } catch (error) {
    return (error as Error).message;
  }
};

async function run(): Promise<ServerTranscript> {
  const required = watchRequires();
  const serverSide = loadServerSide(plugin, packages);
  const { kibana, elasticsearch, manager, analyst, happen, close } = await startKibanaWithZip(
    serverSide,
    version,
  );
  const call = async (method: 'GET' | 'POST', path: string, user = manager, body = {}) =>
    kibana.core.http.call(method, `/internal/recently_compiled/${path}`, { user, body });

  const now = Date.now();
  happen({ name: 'implant', at: now - 60_000 }, { name: 'beacon', at: now - 30_000 });
  const installed = await call('POST', 'rule/install');
  const { id } = (installed.body as { rule: { id: string } }).rule;
  const { outcome } = await kibana.harness().run(id, { startedAt: new Date(now) });
  const { body } = await call('GET', 'rule', analyst);
  const { created } = (body as { rule: { lastRun: { created: number } } }).rule.lastRun;
  const alerts = elasticsearch
    .documents('.alerts-security.alerts-default')
    .filter(({ _source }) => !('kibana.alert.building_block_type' in _source));
  const [route] = kibana.core.http.routes;
  const transcript: ServerTranscript = {
    required: [...required],
    config: {
      defaults: answerOf(serverSide, {}),
      unknownKey: answerOf(serverSide, { enbled: true }),
      wrongType: answerOf(serverSide, { enabled: 7 }),
    },
    routes: kibana.core.http.routes.map(
      ({ method, config }) => `${method.toUpperCase()} ${config.path}`,
    ),
    authorisation: { tags: route?.config.options.tags, security: route?.config.security },
    features: kibana.features.registered.map((feature) => feature.id),
    alertingOfFeature: kibana.features.registered[0]?.alerting,
    ruleTypes: [...kibana.alerting.ruleTypes.keys()],
    runs: { outcome, created, alerted: alerts.map(({ _source }) => String(fileName(_source))) },
    denied: (await call('POST', 'rule/run', analyst)).status,
  };
  await close();
  return transcript;
}

const fileName = ({ file }: Readonly<Record<string, unknown>>): unknown =>
  (file as { name?: unknown } | undefined)?.name;

void run().then((transcript) => process.stdout.write(JSON.stringify(transcript)));
