// SPDX-License-Identifier: Apache-2.0
// What plugins get for `require('@kbn/config-schema')`: the members that we call, which accept, refuse and word
// their refusals as Kibana's do. Tests put it where Kibana's package would be.

class Type {
  constructor(read) {
    this.read = read;
  }

  validate(value) {
    return this.read(value, []);
  }
}

const refuse = (path, problem) => {
  throw new Error(path.length > 0 ? `[${path.join('.')}]: ${problem}` : problem);
};

const typeOf = (value) =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'Array'
      : value === undefined
        ? 'undefined'
        : typeof value;

const boolean = ({ defaultValue } = {}) =>
  new Type((given, path) => {
    const value = given === undefined ? defaultValue : given;
    // Texts, as environment variables give them, stand for what they say.
    const meant =
      typeof value === 'string' ? { true: true, false: false }[value.toLowerCase()] : value;
    return typeof meant === 'boolean'
      ? meant
      : refuse(path, `expected value of type [boolean] but got [${typeOf(value)}]`);
  });

const object = (properties) =>
  new Type((value = {}, path) => {
    if (typeOf(value) !== 'object') {
      refuse(path, `expected a plain object value, but found [${typeOf(value)}] instead.`);
    }
    const read = Object.fromEntries(
      Object.entries(properties).map(([key, type]) => [key, type.read(value[key], [...path, key])]),
    );
    const unknown = Object.keys(value).find((key) => !(key in properties));
    return unknown === undefined
      ? read
      : refuse([...path, unknown], 'definition for this key is missing');
  });

module.exports = { Type, schema: { boolean, object } };
