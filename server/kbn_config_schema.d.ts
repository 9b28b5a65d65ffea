// SPDX-License-Identifier: Apache-2.0

/** Kibana's package of this name is on no registry; these are the members that we call. */
declare module '@kbn/config-schema' {
  interface ConfigType {
    validate(value: unknown): unknown;
  }

  export const schema: {
    boolean(options: { defaultValue: boolean }): ConfigType;
    object(properties: Record<string, ConfigType>): ConfigType;
  };
}
