// SPDX-License-Identifier: Apache-2.0
// A process of its own that loads the server side of an unpacked plugin as Kibana does. Argument: the
// plugin's folder. Prints what it found as JSON.
const { mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const plugin = process.argv[2];

// The plugin finds this beside it, as it finds Kibana's own packages.
const configSchema = path.join(plugin, '../../node_modules/@kbn/config-schema');
mkdirSync(configSchema, { recursive: true });
writeFileSync(
  path.join(configSchema, 'index.js'),
  `class Type {
    constructor(validate) { this.validate = validate; }
  }
  exports.Type = Type;
  exports.schema = {
    boolean: ({ defaultValue }) => new Type((value = defaultValue) => {
      if (typeof value !== 'boolean') throw new Error('expected a boolean');
      return value;
    }),
    object: (properties) => new Type((value = {}) => {
      const unknown = Object.keys(value).find((key) => !(key in properties));
      if (unknown) throw new Error('[' + unknown + ']: definition for this key is missing');
      return Object.fromEntries(
        Object.entries(properties).map(([key, type]) => [key, type.validate(value[key])]),
      );
    }),
  };`,
);

async function run() {
  const { config, plugin: initializer } = require(path.join(plugin, 'server'));
  const { Type } = require(configSchema);
  const instance = await initializer({});
  instance.setup({}, {});
  instance.start({}, {});
  instance.stop();
  const problem = (value) => {
    try {
      config.schema.validate(value);
      return null;
    } catch (error) {
      return error.message;
    }
  };
  return {
    isType: config.schema instanceof Type,
    defaults: config.schema.validate({}),
    unknownKey: problem({ enbled: true }),
  };
}

run().then((found) => process.stdout.write(JSON.stringify(found)));
