// SPDX-License-Identifier: Apache-2.0
import type { OpenInKibana } from '../open_in_kibana';

/**
 * The page of a rule in Security; undefined for who may not open Security.
 * Observed on Kibana 8.12.2: `/app/security/rules/id/<id>`, an app whose id is `securitySolutionUI`.
 */
export const securityRuleAddress = (
  { capabilities, addressOf }: OpenInKibana,
  securityRuleId: string,
): string | undefined =>
  capabilities['navLinks']?.['securitySolutionUI'] === true
    ? addressOf(`/app/security/rules/id/${encodeURIComponent(securityRuleId)}`)
    : undefined;
