// SPDX-License-Identifier: Apache-2.0

// How strace writes values (`man strace`, and observed on 6.1 with -yy): strings in quotes with C escapes,
// descriptors with what they stand for in `<>`.

const SIMPLE_ESCAPES: Readonly<Record<string, number>> = {
  n: 10,
  t: 9,
  r: 13,
  v: 11,
  f: 12,
};

/** The text behind C escapes; bytes above ASCII are UTF-8. */
export const unescape = (text: string): string => {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] ?? '';
    if (char !== '\\') {
      bytes.push(...Buffer.from(char, 'utf8'));
      continue;
    }
    const octal = /^[0-7]{1,3}/.exec(text.slice(i + 1, i + 4))?.[0];
    if (octal !== undefined) {
      bytes.push(parseInt(octal, 8));
      i += octal.length;
    } else {
      const next = text[i + 1] ?? '';
      bytes.push(SIMPLE_ESCAPES[next] ?? next.charCodeAt(0));
      i += 1;
    }
  }
  return Buffer.from(bytes).toString('utf8');
};

const STRING = /^"((?:[^"\\]|\\.)*)"(?:\.\.\.)?$/s;

/** A string in quotes; undefined for what is none, as `NULL` or an address. */
export const stringValue = (text: string | undefined): string | undefined => {
  const inside = STRING.exec(text ?? '')?.[1];
  return inside === undefined ? undefined : unescape(inside);
};

/** The strings of an array, as `["gcc", "-o", "x"]`. */
export const stringArray = (text: string | undefined): string[] =>
  text?.startsWith('[') && text.endsWith(']')
    ? splitArguments(text.slice(1, -1)).flatMap((part) => stringValue(part) ?? [])
    : [];

/** What a descriptor stands for, as in `3</tmp/x>` and `AT_FDCWD</home>`. */
export const descriptorOf = (text: string | undefined): string | undefined => {
  const inside = /^(?:-?\d+|AT_FDCWD)<(.*)>$/s.exec(text ?? '')?.[1];
  // A device says what it is behind its path: `1</dev/null<char 1:3>>`.
  return inside === undefined ? undefined : unescape(inside.replace(/<[^<>]*>$/, ''));
};

/** Where the text from `start` on closes what is opened before; the length of the text if it does not. */
export const closingIndex = (text: string, start: number): number => {
  let depth = 0;
  for (let i = start; i < text.length; i += 1) {
    const char = text[i] ?? '';
    if (char === '"') {
      i = endOfString(text, i);
    } else if (char === '<' && /[\dD]/.test(text[i - 1] ?? '')) {
      i = endOfDescriptor(text, i);
    } else if ('([{'.includes(char)) {
      depth += 1;
    } else if (')]}'.includes(char)) {
      if (depth === 0) {
        return i;
      }
      depth -= 1;
    }
  }
  return text.length;
};

/** The arguments of a call, without the blanks between them. */
export const splitArguments = (text: string): string[] => {
  const parts: string[] = [];
  let begin = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] ?? '';
    if (char === '"') {
      i = endOfString(text, i);
    } else if (char === '<' && /[\dD]/.test(text[i - 1] ?? '')) {
      i = endOfDescriptor(text, i);
    } else if ('([{'.includes(char)) {
      i = closingIndex(text, i + 1);
    } else if (char === ',') {
      parts.push(text.slice(begin, i).trim());
      begin = i + 1;
    }
  }
  const last = text.slice(begin).trim();
  return last === '' ? parts : [...parts, last];
};

const endOfString = (text: string, start: number): number => {
  for (let i = start + 1; i < text.length; i += 1) {
    if (text[i] === '\\') {
      i += 1;
    } else if (text[i] === '"') {
      return i;
    }
  }
  return text.length;
};

/** `<` and `>` within a path are escaped; `->` stands between the ends of a connection. */
const endOfDescriptor = (text: string, start: number): number => {
  let depth = 0;
  for (let i = start; i < text.length; i += 1) {
    if (text[i] === '<') {
      depth += 1;
    } else if (text[i] === '>' && text[i - 1] !== '-') {
      depth -= 1;
      if (depth === 0) {
        return i;
      }
    }
  }
  return text.length;
};
