// SPDX-License-Identifier: Apache-2.0

type RequireFunction = (moduleKey: string) => unknown;

/** `window.__kbnBundles__`, as Kibana's bootstrap script makes it: a key can be defined once. */
export class KbnBundles {
  private readonly modules = new Map<string, { require: RequireFunction; moduleKey: string }>();

  readonly define = (key: string, require: RequireFunction, moduleKey: string): void => {
    if (this.modules.has(key)) {
      throw new Error(`bundle ${key} is already defined`);
    }
    this.modules.set(key, { require, moduleKey });
  };

  readonly has = (key: string): boolean => this.modules.has(key);

  readonly get = (key: string): unknown => {
    const module = this.modules.get(key);
    if (!module) {
      throw new Error(`bundle ${key} is not defined`);
    }
    return module.require(module.moduleKey);
  };
}

/** Modules under the names of Kibana's globals, each with just the exports that it has there. */
export function sharedDeps(
  facts: Record<string, { global: string; exports: string[] }>,
  modules: Record<string, object>,
): Record<string, object> {
  const shared: Record<string, object> = {};
  for (const [path, module] of Object.entries(modules)) {
    const { global, exports } = facts[path] ?? { global: '', exports: [] };
    const [, name = ''] = global.split('.');
    // What can be called, as Moment can, can be called there too.
    const itself: object =
      typeof module === 'function' ? (...given: unknown[]): unknown => module(...given) : {};
    for (const member of exports) {
      const value = (module as Record<string, unknown>)[member];
      Object.defineProperty(itself, member, { value, enumerable: true });
    }
    shared[name] = itself;
  }
  return shared;
}
