// SPDX-License-Identifier: Apache-2.0

/**
 * The investigation guide of a rule: Markdown, which Security shows with each of its alerts. It is stored with the
 * rule for everybody who reads its alerts, so it is in one language, as the guides are that Elastic publishes.
 * The button with the events is a tool of Security's guides, which fills in the fields of the alert.
 * @param alertsAddress where the alerts page of the app is, with Kibana's base path and space
 */
export const investigationGuide = (alertsAddress: string): string =>
  [
    '## Investigate a recently compiled program that connected to the network',
    linkToApp(alertsAddress),
    'The app shows what was compiled from what, by whom, what ran the result, where it connected, and why that matched.',
    EVENTS_IN_TIMELINE,
    '### What to find out',
    [
      '- Who compiled it, and does this user build software on this host?',
      '- Where did the source come from: a download, an archive, a paste into a shell?',
      '- What ran the program: the user, a scheduled task, a web server?',
      '- Is the address that it connected to known, and has any other host connected there?',
      '- What did the program start, and which files did it write after it had connected?',
      '- Does the hash of the program occur on other hosts?',
    ].join('\n'),
    '### When it is harmless',
    'Developers and build servers test what they build. If that is so, close the alert and add an exclusion in the app, which first shows what the exclusion would have hidden.',
    '### When it is not',
    [
      '- Isolate the host, then stop the program and what it has started.',
      '- Keep the program and its source; both tell what the attacker was able to do.',
      '- Change the credentials of the users who were logged on, and find out how the attacker got in.',
    ].join('\n'),
  ].join('\n\n');

/** What tells a guide that leads to the app. */
export const linksToApp = (guide: string): boolean =>
  guide.includes('/app/recentlyCompiled/alerts');

/** The link alone, to stand above a guide that is there. */
export const linkToApp = (alertsAddress: string): string =>
  `[Open the sequence in Recently Compiled](${alertsAddress})`;

/** The building block alerts, which hold the four events, share the group of the alert. */
const EVENTS_IN_TIMELINE = `!{investigate${JSON.stringify({
  label: 'Show the events of the sequence in Timeline',
  providers: [
    [
      {
        excluded: false,
        field: 'kibana.alert.group.id',
        queryType: 'phrase',
        value: '{{kibana.alert.group.id}}',
        valueType: 'string',
      },
    ],
  ],
  relativeFrom: 'now-7d/d',
  relativeTo: 'now',
})}}`;
