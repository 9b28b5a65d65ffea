// SPDX-License-Identifier: Apache-2.0
import ts from 'typescript';

/** Folders and files whose texts pages can show, besides what components write themselves. */
const SPOKEN = [
  'common/',
  'server/',
  'public/',
  'standalone/input/',
  'standalone/host/http/',
  'standalone/host/events/event_store.ts',
  'standalone/host/events/take_in.ts',
];

/** Of those, what pages never show, and why. */
const SILENT: readonly (readonly [place: string, why: string])[] = [
  ['common/eql/', 'answers of the engine, in the words of Elasticsearch'],
  ['common/search/', 'as common/eql'],
  ['common/sequence/', 'as common/eql'],
  ['common/ecs/field_tree.ts', 'types of mappings'],
  ['common/ecs/file_fields.ts', 'types of mappings'],
  ['common/ecs/process_fields.ts', 'types of mappings'],
  ['common/alerts/reason.ts', 'the reason of a building block, as Security writes it'],
  ['common/alerts/bare_document.ts', 'a note in a document'],
  ['common/alerts/rule_fields.ts', 'as Security writes it'],
  ['common/rule/published_', 'what Elastic publishes'],
  [
    'common/rule/investigation_guide.ts',
    'part of the rule in Security, in the language of that rule',
  ],
  ['common/rule/build_rule_query.ts', 'says what callers did wrong: parameters are checked before'],
  ['common/lineage/lineage_params.ts', 'as common/rule/build_rule_query.ts'],
  ['server/own_rule/own_rule_id.ts', 'what an id is made from'],
  ['server/openapi/', 'the description of the API'],
  ['server/optional_plugins.ts', "lines of Kibana's log"],
  ['standalone/host/http/page.ts', 'the page itself, without text'],
];

/** Names, and texts that are compared and not shown. */
const WORDS_OF_MACHINES = new Set(['Recently Compiled', 'Not Found', 'MMM D, YYYY @ HH:mm:ss.SSS']);

/** Where a text goes to whoever wrote the program, or into the description of the API. */
const ERRORS_OF_PROGRAMMERS = new Set(['Error', 'TypeError']);

/** Begins as a sentence does, or has three words in a row. */
const SENTENCE = /^\p{Lu}\p{L}* \p{L}|\p{L}+[,:;]? \p{L}+[,:;]? \p{L}+/u;

export const isSpoken = (file: string): boolean =>
  SPOKEN.some((place) => file.startsWith(place)) &&
  !SILENT.some(([place]) => file.startsWith(place)) &&
  !/_test_(?:data|helpers)\.tsx?$/.test(file);

/** The words of a literal or template that looks like a sentence; undefined for anything else. */
export const bareSentence = (node: ts.Node): string | undefined => {
  const text = textOf(node);
  return text !== undefined && SENTENCE.test(text) && !WORDS_OF_MACHINES.has(text)
    ? text
    : undefined;
};

/** Whether what stands in a node goes through i18n, or to nobody who reads the app. */
export const isAccountedFor = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node) ||
  (ts.isCallExpression(node) && isQuietCall(node.expression)) ||
  (ts.isNewExpression(node) && ERRORS_OF_PROGRAMMERS.has(node.expression.getText()));

const isQuietCall = (called: ts.Expression): boolean =>
  called.kind === ts.SyntaxKind.SuperKeyword ||
  /(?:^i18n\.translate|\.describe|[lL]ogger\??\.\w+)$/.test(called.getText());

const textOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteralLike(node)) {
    return node.text;
  }
  return ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
    : undefined;
};
