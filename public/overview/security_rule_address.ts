// SPDX-License-Identifier: Apache-2.0
import { mayOpenSecurity } from '../capabilities';
import type { OpenInKibana } from '../open_in_kibana';

/**
 * The page of a rule in Security; undefined for who may not open Security.
 * Observed on Kibana 8.12.2: `/app/security/rules/id/<id>`.
 */
export const securityRuleAddress = (
  { capabilities, addressOf }: OpenInKibana,
  securityRuleId: string,
): string | undefined =>
  mayOpenSecurity(capabilities)
    ? addressOf(`/app/security/rules/id/${encodeURIComponent(securityRuleId)}`)
    : undefined;
