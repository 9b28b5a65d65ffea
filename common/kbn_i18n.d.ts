// SPDX-License-Identifier: Apache-2.0

/** Kibana's package of this name is on no registry; this is the member that both sides of the plugin call. */
declare module '@kbn/i18n' {
  export const i18n: {
    /** The message in the viewer's language, in ICU syntax; `values` fill its placeholders. */
    translate(
      id: string,
      message: { defaultMessage: string; values?: Record<string, string | number> },
    ): string;
  };
}
