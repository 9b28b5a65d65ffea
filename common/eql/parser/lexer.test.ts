// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../errors';
import { Lexer } from './lexer';
import type { Token } from './tokens';

const lex = (text: string): Token[] => {
  const lexer = new Lexer(text);
  const tokens: Token[] = [];
  for (let token = lexer.next(); token.kind !== 'end'; token = lexer.next()) {
    tokens.push(token);
  }
  return tokens;
};

const kinds = (text: string): string[] => lex(text).map((token) => `${token.kind} ${token.text}`);

const places = (text: string): string[] =>
  lex(text).map((token) => `${token.text} ${token.at.line}:${token.at.column}`);

const errorOf = (text: string): EqlError => {
  try {
    lex(text);
  } catch (error) {
    if (error instanceof EqlError) {
      return error;
    }
    throw error;
  }
  throw new Error('No error came');
};

describe('the lexer', () => {
  it.each<[string, string[]]>([
    ['', []],
    [' \t\r\n ', []],
    ['process', ['identifier process']],
    ['@timestamp', ['identifier @timestamp']],
    ['_a9', ['identifier _a9']],
    ['any', ['keyword any']],
    ['anything', ['identifier anything']],
    ['AND', ['identifier AND']],
    ['True', ['identifier True']],
    ['head', ['identifier head']],
    ['runs', ['identifier runs']],
    ['maxspan', ['keyword maxspan']],
    ['in~', ['keyword in~']],
    ['like~', ['keyword like~']],
    ['regex~', ['keyword regex~']],
    ['length~', ['tilde-identifier length~']],
    ['and~', ['tilde-identifier and~']],
    ['`a b`', ['quoted-identifier `a b`']],
    ['`a``b`', ['quoted-identifier `a``b`']],
    ['``', ['quoted-identifier ``']],
    ['`a` `b`', ['quoted-identifier `a`', 'quoted-identifier `b`']],
    ['a.b', ['identifier a', 'symbol .', 'identifier b']],
    ['a-b', ['identifier a', 'symbol -', 'identifier b']],
    ['?a', ['symbol ?', 'identifier a']],
    ['1', ['integer 1']],
    ['007', ['integer 007']],
    ['1.', ['decimal 1.']],
    ['.5', ['decimal .5']],
    ['1.5', ['decimal 1.5']],
    ['1e3', ['decimal 1e3']],
    ['1E+3', ['decimal 1E+3']],
    ['1.5e-3', ['decimal 1.5e-3']],
    ['.5e1', ['decimal .5e1']],
    ['1.2.3', ['decimal 1.2', 'decimal .3']],
    ['1e', ['integer 1', 'identifier e']],
    ['5process', ['integer 5', 'identifier process']],
    ['0x0A', ['integer 0', 'identifier x0A']],
    ['10s', ['integer 10', 'identifier s']],
    ['"a"', ['string "a"']],
    ['""', ['string ""']],
    ['"a\\"b"', ['string "a\\"b"']],
    ['"\\\\"', ['string "\\\\"']],
    ['"\\u{1F600}"', ['string "\\u{1F600}"']],
    ['"a" "b"', ['string "a"', 'string "b"']],
    ['"😀"', ['string "😀"']],
    ['"""a"""', ['string """a"""']],
    ['""""""', ['string """"""']],
    ['"""a\\"""', ['string """a\\"""']],
    ['"""a"b""c"""', ['string """a"b""c"""']],
    ['"""a""""', ['string """a""""']],
    ['"""a"""""', ['string """a"""""']],
    ['"""a""" : """b"""', ['string """a"""', 'symbol :', 'string """b"""']],
    ["'a'", ["former-string 'a'"]],
    ["'it\\'s'", ["former-string 'it\\'s'"]],
    ["'\\b\\t\\n\\f\\r\\\"\\\\'", ["former-string '\\b\\t\\n\\f\\r\\\"\\\\'"]],
    ["?'\\q'", ["former-string ?'\\q'"]],
    ["?'it\\'s'", ["former-string ?'it\\'s'"]],
    ['?"\\q\\""', ['former-string ?"\\q\\""']],
    ['?"a"', ['former-string ?"a"']],
    ["?'a'", ["former-string ?'a'"]],
    ['![', ['symbol ![']],
    ['!=', ['symbol !=']],
    ['===', ['symbol ==', 'symbol =']],
    ['<=>', ['symbol <=', 'symbol >']],
    ['>=<', ['symbol >=', 'symbol <']],
    ['||', ['symbol |', 'symbol |']],
    ['(a,b)', ['symbol (', 'identifier a', 'symbol ,', 'identifier b', 'symbol )']],
    ['[a]', ['symbol [', 'identifier a', 'symbol ]']],
    ['+-*/%', ['symbol +', 'symbol -', 'symbol *', 'symbol /', 'symbol %']],
  ])('reads %j', (text, tokens) => {
    expect(kinds(text)).toEqual(tokens);
  });

  it.each([
    ['a // b\nc', ['identifier a', 'identifier c']],
    ['a // b\rc', ['identifier a', 'identifier c']],
    ['// only', []],
    ['//', []],
    ['a//b', ['identifier a']],
    ['a /* b */ c', ['identifier a', 'identifier c']],
    ['a /* b\n * c\n */ d', ['identifier a', 'identifier d']],
    ['a/**/b', ['identifier a', 'identifier b']],
    ['/* // */ a', ['identifier a']],
    ['// /*\na', ['identifier a']],
    ['/* a /* b */ c */ d', ['identifier d']],
    ['/* a /* b */ c', ['identifier c']],
    ['"http://x" "/*y*/"', ['string "http://x"', 'string "/*y*/"']],
    ['`//a`', ['quoted-identifier `//a`']],
    ['a / b', ['identifier a', 'symbol /', 'identifier b']],
    ['/* a', ['symbol /', 'symbol *', 'identifier a']],
  ])('leaves comments out: %j', (text, tokens) => {
    expect(kinds(text)).toEqual(tokens);
  });

  it.each([
    ['a b', ['a 1:1', 'b 1:3']],
    ['a\nb', ['a 1:1', 'b 2:1']],
    ['a\r\n  b', ['a 1:1', 'b 2:3']],
    ['\ta', ['a 1:2']],
    ['\n\n a', ['a 3:2']],
    ['// x\na', ['a 2:1']],
    ['/* 1\n2\n3 */ a', ['a 3:6']],
    ['/* 1\n2 */ a\nb', ['a 2:6', 'b 3:1']],
    ['"é" a', ['"é" 1:1', 'a 1:5']],
    ['"😀" a', ['"😀" 1:1', 'a 1:6']],
    ['`a\nb` c', ['`a\nb` 1:1', 'c 2:4']],
    ['`\n\n` c d', ['`\n\n` 1:1', 'c 3:3', 'd 3:5']],
  ])('counts lines and columns in UTF-16 units: %j', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it('tells where each token begins and ends in the text', () => {
    const text = 'any where /* x\n */ a == "😀"\n';
    expect(lex(text).map(({ at }) => text.slice(at.start, at.end))).toEqual([
      'any',
      'where',
      'a',
      '==',
      '"😀"',
    ]);
  });

  it('ends with a token behind the text, again and again', () => {
    const lexer = new Lexer('a\n');
    lexer.next();
    const end = { kind: 'end', text: '<EOF>', at: { line: 2, column: 1, start: 2, end: 2 } };
    expect([lexer.next(), lexer.next()]).toEqual([end, end]);
  });

  it.each([
    ['a ; b', '1:3', 'Unexpected character [;]', 'double-quoted string'],
    ['$x', '1:1', 'Unexpected character [$]', 'double-quoted string'],
    ['{}', '1:1', 'Unexpected character [{]', 'double-quoted string'],
    ['a\n  😀', '2:3', 'Unexpected character [😀]', 'double-quoted string'],
    ['a && b', '1:3', 'Unexpected character [&]', '"and"'],
    ['!a', '1:1', 'Unexpected character [!]', '"not"'],
    ['a ~ b', '1:3', 'Unexpected character [~]', 'double-quoted string'],
    ['"a', '1:1', 'This string does not end', 'double quote'],
    ['"a\nb"', '1:1', 'This string does not end', 'double quote'],
    ['"\\q"', '1:1', 'unknown escape', 'escapes are'],
    ['"\\*"', '1:1', 'unknown escape', 'escapes are'],
    ['"\\u0041"', '1:1', 'unknown escape', 'escapes are'],
    ['"\\u{zz}"', '1:1', 'unknown escape', 'escapes are'],
    ['"\\u{}"', '1:1', 'unknown escape', 'escapes are'],
    ['"""a', '1:3', 'This string does not end', 'double quote'],
    ['"""a\nb"""', '1:3', 'This string does not end', 'double quote'],
    ['x == `a\n', '1:6', 'This quoted field name does not end', 'backtick'],
    ["x == 'a", '1:6', 'This string does not end', 'double-quoted string'],
    ["'\\q'", '1:1', 'unknown escape', 'double-quoted string'],
    ["x == 'a\\*'", '1:6', 'unknown escape', 'double-quoted string'],
    ["'\\u{41}'", '1:1', 'unknown escape', 'double-quoted string'],
    ["'a\nb'", '1:1', 'This string does not end', 'double-quoted string'],
  ])('refuses %j at %s', (text, place, message, remedy) => {
    const error = errorOf(text);
    const [problem] = error.problems;
    expect(error.kind).toBe('parsing');
    expect(`${problem?.at?.line}:${problem?.at?.column}`).toBe(place);
    expect(problem?.message).toContain(message);
    expect(problem?.remedy).toContain(remedy);
  });

  it('quotes what it can not read, up to the end of the line and 40 characters', () => {
    expect(errorOf('a\n "b;\nc').problems[0]?.text).toBe('"b;');
    expect(errorOf(`"${'x'.repeat(100)}`).problems[0]?.text).toBe(`"${'x'.repeat(39)}`);
  });
});
