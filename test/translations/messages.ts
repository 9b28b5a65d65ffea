// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { bareSentence, isAccountedFor, isSpoken } from './bare_sentences';

export const ROOT = path.resolve(process.cwd());
const ROOMS = ['common', 'server', 'public', 'standalone'];

/** A text that sources give to `i18n.translate`. */
export interface Message {
  readonly id: string;
  readonly english: string;
  /** The names under `values`; undefined where they are not written out. */
  readonly values: readonly string[] | undefined;
  readonly place: string;
}

export interface Sources {
  readonly messages: readonly Message[];
  /** Calls that no tool can read, and texts of pages that are not given to i18n. */
  readonly faults: readonly string[];
}

/** Attributes whose text people see or hear. */
const SPOKEN = new Set([
  'aria-label',
  'aria-roledescription',
  'alt',
  'append',
  'body',
  'buttonContent',
  'cancelButtonText',
  'confirmButtonText',
  'content',
  'description',
  'error',
  'heading',
  'helpText',
  'label',
  'labelAppend',
  'noItemsMessage',
  'pageTitle',
  'placeholder',
  'prepend',
  'tableCaption',
  'title',
]);

const HAS_WORDS = /\p{Letter}{2}/u;

/** Reads all sources of the rooms whose texts reach people; tests are left out. */
export const readSources = (root = ROOT): Sources => {
  const all = ROOMS.flatMap((room) => sourceFiles(path.join(root, room))).map((file) =>
    readSource(path.relative(root, file), readFileSync(file, 'utf8')),
  );
  return {
    messages: all.flatMap(({ messages }) => messages),
    faults: all.flatMap(({ faults }) => faults),
  };
};

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      return sourceFiles(file);
    }
    return /\.tsx?$/.test(file) && !/\.(?:test|d)\.tsx?$/.test(file) ? [file] : [];
  });

/** Reads one file. @param name its path, whose ending says whether it holds JSX */
export const readSource = (name: string, text: string): Sources => {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  const messages: Message[] = [];
  const faults: string[] = [];
  const placeOf = (node: ts.Node): string =>
    `${name}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
  const visit = (node: ts.Node): void => {
    if (isTranslate(node)) {
      const message = messageOf(node);
      if (typeof message === 'string') {
        faults.push(`${placeOf(node)}: ${message}`);
      } else {
        messages.push({ ...message, place: placeOf(node) });
      }
    }
    const bare = bareText(node);
    if (bare !== undefined) {
      faults.push(`${placeOf(node)}: [${bare}] does not go through i18n`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { messages, faults: [...faults, ...(isSpoken(name) ? sentencesIn(source, placeOf) : [])] };
};

/** Sentences outside of components, which functions hand to pages: reasons, remedies, tasks. */
const sentencesIn = (source: ts.SourceFile, placeOf: (node: ts.Node) => string): string[] => {
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isAccountedFor(node)) {
      return;
    }
    const sentence = bareSentence(node);
    if (sentence !== undefined) {
      faults.push(`${placeOf(node)}: [${sentence}] does not go through i18n`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
};

const isTranslate = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === 'translate' &&
  ts.isIdentifier(node.expression.expression) &&
  node.expression.expression.text === 'i18n';

/** The message of a call, or what is wrong with the call. */
const messageOf = ({
  arguments: [id, options],
}: ts.CallExpression): Omit<Message, 'place'> | string => {
  if (!id || !ts.isStringLiteralLike(id)) {
    return 'the id is no literal text';
  }
  if (!options || !ts.isObjectLiteralExpression(options)) {
    return `[${id.text}]: the options are not written out`;
  }
  const english = textOf(propertyOf(options, 'defaultMessage'));
  if (english === undefined) {
    return `[${id.text}]: the default message is no literal text`;
  }
  return { id: id.text, english, values: valueNames(options) };
};

const propertyOf = (
  object: ts.ObjectLiteralExpression,
  name: string,
): ts.Expression | undefined => {
  const property = object.properties.find((one) => one.name?.getText() === name);
  return property && (ts.isPropertyAssignment(property) ? property.initializer : undefined);
};

/** A literal, or several joined with `+`. */
const textOf = (node: ts.Expression | undefined): string | undefined => {
  if (!node) {
    return undefined;
  }
  if (ts.isStringLiteralLike(node)) {
    return node.text;
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  return undefined;
};

const valueNames = (options: ts.ObjectLiteralExpression): readonly string[] | undefined => {
  if (!options.properties.some((one) => one.name?.getText() === 'values')) {
    return [];
  }
  const values = propertyOf(options, 'values');
  return values &&
    ts.isObjectLiteralExpression(values) &&
    !values.properties.some((one) => ts.isSpreadAssignment(one))
    ? values.properties.map((one) => one.name?.getText() ?? '')
    : undefined;
};

/** Words that a component would show in one language only. */
const bareText = (node: ts.Node): string | undefined => {
  if (ts.isJsxText(node)) {
    return HAS_WORDS.test(node.text) ? node.text.trim() : undefined;
  }
  if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText())) {
    return node.initializer && wordsIn(node.initializer);
  }
  if (
    ts.isJsxExpression(node) &&
    (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)) &&
    node.expression
  ) {
    return wordsIn(node.expression);
  }
  return undefined;
};

/** The words of a literal; of a template those between its values, of a condition those of both ways. */
const wordsIn = (node: ts.Node): string | undefined => {
  if (ts.isJsxExpression(node)) {
    return node.expression && wordsIn(node.expression);
  }
  if (ts.isStringLiteralLike(node)) {
    return HAS_WORDS.test(node.text) ? node.text : undefined;
  }
  if (ts.isTemplateExpression(node)) {
    const text = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(
      '…',
    );
    return HAS_WORDS.test(text) ? text : undefined;
  }
  if (ts.isConditionalExpression(node)) {
    return wordsIn(node.whenTrue) ?? wordsIn(node.whenFalse);
  }
  if (ts.isParenthesizedExpression(node)) {
    return wordsIn(node.expression);
  }
  return ts.isBinaryExpression(node) ? wordsIn(node.right) : undefined;
};
