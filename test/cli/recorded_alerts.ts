// SPDX-License-Identifier: Apache-2.0

/**
 * What a real Elasticsearch found in each recording of this repository, with version 6 of the published rule
 * and event.sequence as its tiebreaker: the ids of the events of each sequence.
 */
export const RECORDED_ALERTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '01-gcc-o-name': [
    [
      '7QP05lf3VE01M4dG6so+icav',
      'SJWDXyrudyRKNzIt9ro+/DLI',
      'uEPETR+4HgSOfeRs9QQivSuT',
      '4uLn8vLY75UJaPlsyuFnTl7O',
    ],
  ],
  '20-make-driven': [
    [
      'ywg8SrcgdIt0nIrX9OajOQBe',
      '5eKFQVpzp5vHvXJHgiPppLEl',
      'o5kQ0AZHM5UocDXXZV+CY/YO',
      'FIafZCHbeMCr0faoTBZDA85o',
    ],
  ],
  '31-sudo-run': [
    [
      'lW6rtwHllHDJwIboQmkaLUXN',
      'Ap/aH7jvumvajMUvDSRNfIu1',
      'OGIc7uqpbw8Ka7pz7rh+OKPb',
      '6DRFhtcxePo/HUxMi/euk8n6',
    ],
  ],
  '35-reverse-shell': [
    [
      'PdY2z3rTK7Y3YmNBAT717hdQ',
      'XHg+8BS5rads85SVXfsoe3IG',
      'CZjxhJP8Ixn3cZh61Y9xOLPi',
      '3aIYnaGfvfT5vl0pXxfI5b4S',
    ],
  ],
  '46-ipv6': [
    [
      'Zsy0AG9qvw7tupCrNKkVQimX',
      'C+sIapYTAXqXbZPpxVyrB3aQ',
      'd9w3b5NN92wgBK/xK3Vclbyb',
      'tsYHsr2BfF/jnEDwMHA8aKY1',
    ],
  ],
  '47-several-connects': [
    [
      '7sr0ctbgHm2q3ntHqoH5BLQQ',
      'F5+TYCEHDqxlujl/eBgmJpCZ',
      'Yer6Nd9Dbyo1wOfW6oCD3MZw',
      'Kn/X6k2bwUYeAa1tfIfz7i3f',
    ],
  ],
  '67-www-data-tmp': [
    [
      'NMoRB/1H31K2Ek9ym+6y6jPO',
      'ip67esVRCfi1rxI0m16XmLHO',
      'oNIkLkLjC47VoZh8l6D6OvRU',
      'E3JroBEbdkBRysqK564hxLKR',
    ],
  ],
  '70-compile-run-no-net': [],
  '71-autotools-make-check-net': [
    [
      'hj6WVo8ofFo2SwLnXAgoZB+o',
      'wbjee9szRn32vzl0F7OatT1F',
      'RC6a9vpjKzgjY+FrLaDZvAB4',
      'QL5wxo8Kunbxs44A1dkLtlEm',
    ],
  ],
  '74-make-test-loopback': [],
  '79-dns-only': [],
  '80-compile-then-python': [],
  '82-git-during-build': [],
};
