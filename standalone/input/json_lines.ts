// SPDX-License-Identifier: Apache-2.0

const QUOTE = 0x22;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const LETTER_E = 0x65;
const LETTER_F = 0x66;
const LETTER_N = 0x6e;
const LETTER_T = 0x74;
const LETTER_U = 0x75;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/** Turns a small ASCII letter into itself, and a capital one into its small form. */
const TO_SMALL = 0x20;

const tableOf = (isIn: (byte: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => (isIn(byte) ? 1 : 0));

/** What a string may hold as it is. Bytes that are no UTF-8 are replaced when they are decoded. */
const PLAIN = tableOf((byte) => byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH);
const ESCAPED = tableOf((byte) => '"\\/bfnrt'.includes(String.fromCharCode(byte)));
/** JSON's blanks but for the newline, which ends a line. */
const BLANK = tableOf((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
const HEX = tableOf((byte) => /[0-9A-Fa-f]/.test(String.fromCharCode(byte)));

/** What is beyond that in one line is checked as well, but the next line can not be compared with it. */
const MAX_STRINGS = 4096;
/** A bit for each list or object that is open, below a leading one; not all bits of an integer are free. */
const MAX_OPEN = 1 << 28;
const IN_OBJECT = 1;
const NOTHING_OPEN = 1;

/** What a comparison of numbers of eight bytes reads at once. */
const STEP = 8;
/** Events differ in how many members and items they have, but by a few only. */
const LOOK_AHEAD = 8;

/** The strings of a line that are values, not keys. */
export interface LineStrings {
  readonly count: number;
  /** Whether none is left out, which is so unless there are very many. */
  readonly isComplete: boolean;
  /** Where each begins, behind its opening quote. */
  readonly places: Int32Array;
}

class Strings implements LineStrings {
  readonly places = new Int32Array(MAX_STRINGS);
  /** Where its first byte is that is not plain: the closing quote, or a backslash. */
  readonly plainEnds = new Int32Array(MAX_STRINGS);
  /** What is open around it. */
  readonly open = new Int32Array(MAX_STRINGS);
  count = 0;
  /** Where the line ends; meaningless when there are no strings. */
  end = 0;

  get isComplete(): boolean {
    return this.count < MAX_STRINGS;
  }

  add(place: number, plainEnd: number, open: number): void {
    const { count } = this;
    if (count < MAX_STRINGS) {
      this.places[count] = place;
      this.plainEnds[count] = plainEnd;
      this.open[count] = open;
      this.count = count + 1;
    }
  }
}

/**
 * Tells which lines are JSON objects, several times as fast as `JSON.parse` does. It may take a good line
 * for a bad one (one deeper than 28 levels), which `JSON.parse` can clear up, but never a bad one for a
 * good one.
 *
 * It goes through the bytes as JSON's grammar says. But lines that follow one another are alike: where a
 * string begins as a value in both this line and the line before, with the same lists and objects open
 * around it, what the next bytes have in common means the same in both. So it is only compared, up to the
 * first difference, and checking goes on in the last such string before that. The shortcut asks for nothing
 * but equal bytes after equal states, so which string is compared with which is a matter of speed only.
 */
export class JsonLines {
  private bytes: Buffer = Buffer.alloc(0);
  private view = new DataView(this.bytes.buffer, 0, 0);
  private previous = new Strings();
  private current = new Strings();

  /** Lines are compared with others of the same block only: the bytes of the one before may be gone. */
  beginBlock(bytes: Buffer): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.previous.count = 0;
  }

  /** Those of the last line that was an object. */
  get strings(): LineStrings {
    return this.previous;
  }

  /** Whether the bytes from `start` to `end`, without blanks around them, surely are one JSON object. */
  isObject(start: number, end: number): boolean {
    this.current.count = 0;
    this.current.end = end;
    const isGood = this.check(start, end);
    if (isGood) {
      [this.previous, this.current] = [this.current, this.previous];
    }
    return isGood;
  }

  private check(start: number, end: number): boolean {
    const { bytes, previous, current } = this;
    if (bytes[start] !== OPEN || bytes[end - 1] !== CLOSE) {
      return false;
    }
    let at = skipBlanks(bytes, start + 1);
    if (bytes[at] === CLOSE) {
      return at + 1 === end;
    }
    /** The lists (0) and objects (1) that are open, the innermost in the lowest bit. */
    let open = (NOTHING_OPEN << 1) | IN_OBJECT;
    let nextAlike = 0;
    for (;;) {
      if ((open & 1) === IN_OBJECT) {
        at = bytes[at] === QUOTE ? stringEnd(bytes, plainEnd(bytes, at + 1)) : -1;
        at = skipBlanks(bytes, at);
        if (bytes[at] !== COLON) {
          return false;
        }
        at = skipBlanks(bytes, at + 1);
      }
      const byte = bytes[at];
      if (byte === QUOTE) {
        at += 1;
        const alike = this.findAlike(nextAlike, open);
        if (alike < 0) {
          const stop = plainEnd(bytes, at);
          current.add(at, stop, open);
          at = stringEnd(bytes, stop);
        } else {
          const other = previous.places[alike] as number;
          const shift = at - other;
          const difference = other + this.commonLength(at, end, other);
          nextAlike = this.addShared(alike, difference, shift);
          const last = nextAlike - 1;
          const isRestShared = difference + shift === end && difference === previous.end;
          if (isRestShared && previous.isComplete) {
            this.share(last, shift);
            return true;
          }
          open = previous.open[last] as number;
          const plain = Math.min(difference, previous.plainEnds[last] as number);
          const stop = plainEnd(bytes, plain + shift);
          current.add((previous.places[last] as number) + shift, stop, open);
          at = stringEnd(bytes, stop);
        }
      } else if (byte === OPEN || byte === OPEN_LIST) {
        at = skipBlanks(bytes, at + 1);
        if (bytes[at] !== (byte === OPEN ? CLOSE : CLOSE_LIST)) {
          if (open >= MAX_OPEN) {
            return false;
          }
          open = (open << 1) | (byte === OPEN ? IN_OBJECT : 0);
          continue;
        }
        at += 1;
      } else {
        at = bareEnd(bytes, at);
      }
      at = skipBlanks(bytes, at);
      while (bytes[at] === ((open & 1) === IN_OBJECT ? CLOSE : CLOSE_LIST)) {
        open >>= 1;
        if (open === NOTHING_OPEN) {
          return at + 1 === end;
        }
        at = skipBlanks(bytes, at + 1);
      }
      if (bytes[at] !== COMMA) {
        return false;
      }
      at = skipBlanks(bytes, at + 1);
    }
  }

  /** The next string of the line before with the same lists and objects open; -1 where none is near. */
  private findAlike(from: number, open: number): number {
    const { previous } = this;
    const to = Math.min(from + LOOK_AHEAD, previous.count);
    for (let i = from; i < to; i += 1) {
      if (previous.open[i] === open) {
        return i;
      }
    }
    return -1;
  }

  /** How many bytes of this line and of the line before are the same. */
  private commonLength(from: number, end: number, other: number): number {
    const { bytes, view } = this;
    const length = Math.min(end - from, this.previous.end - other);
    let same = 0;
    // Different bytes that make equal numbers are those of 0 and -0 only, and the line before holds no
    // zero bytes. Equal ones that make no number (NaN) end this loop, but not the next.
    while (
      same + STEP <= length &&
      view.getFloat64(from + same) === view.getFloat64(other + same)
    ) {
      same += STEP;
    }
    while (same < length && bytes[from + same] === bytes[other + same]) {
      same += 1;
    }
    return same;
  }

  /**
   * Takes over strings of the line before, from the first one to the one before the last that begins up to
   * `to`; `shift` is how far this line is from there. Returns the number of the string behind the last.
   */
  private addShared(first: number, to: number, shift: number): number {
    const { places, count } = this.previous;
    let next = first + 1;
    while (next < count && (places[next] as number) <= to) {
      this.share(next - 1, shift);
      next += 1;
    }
    return next;
  }

  private share(index: number, shift: number): void {
    const { places, plainEnds, open } = this.previous;
    this.current.add(
      (places[index] as number) + shift,
      (plainEnds[index] as number) + shift,
      open[index] as number,
    );
  }
}

const skipBlanks = (bytes: Buffer, from: number): number => {
  let at = from;
  while (BLANK[bytes[at] as number] === 1) {
    at += 1;
  }
  return at;
};

/** The first byte of a string from some place in it that is not plain. */
const plainEnd = (bytes: Buffer, from: number): number => {
  let at = from;
  while (PLAIN[bytes[at] as number] === 1) {
    at += 1;
  }
  return at;
};

/** Behind the closing quote of a string, from a byte in it that is not plain; -1 when it is no good one. */
const stringEnd = (bytes: Buffer, from: number): number => {
  let at = from;
  while (bytes[at] === BACKSLASH) {
    const escape = bytes[at + 1] as number;
    if (ESCAPED[escape] === 1) {
      at = plainEnd(bytes, at + 2);
    } else if (escape === LETTER_U && isHex(bytes, at + 2)) {
      at = plainEnd(bytes, at + 6);
    } else {
      return -1;
    }
  }
  return bytes[at] === QUOTE ? at + 1 : -1;
};

const isHex = (bytes: Buffer, at: number): boolean =>
  HEX[bytes[at] ?? 0] === 1 &&
  HEX[bytes[at + 1] ?? 0] === 1 &&
  HEX[bytes[at + 2] ?? 0] === 1 &&
  HEX[bytes[at + 3] ?? 0] === 1;

/** Behind the number, `true`, `false` or `null` that begins at `at`; -1 when there is none. */
const bareEnd = (bytes: Buffer, at: number): number => {
  switch (bytes[at]) {
    case LETTER_T:
      return wordEnd(bytes, at, 'true');
    case LETTER_F:
      return wordEnd(bytes, at, 'false');
    case LETTER_N:
      return wordEnd(bytes, at, 'null');
    default:
      return numberEnd(bytes, at);
  }
};

const wordEnd = (bytes: Buffer, at: number, word: string): number => {
  for (let i = 0; i < word.length; i += 1) {
    if (bytes[at + i] !== word.charCodeAt(i)) {
      return -1;
    }
  }
  return at + word.length;
};

const numberEnd = (bytes: Buffer, from: number): number => {
  let at = bytes[from] === MINUS ? from + 1 : from;
  at = bytes[at] === ZERO ? at + 1 : digitsEnd(bytes, at);
  if (at >= 0 && bytes[at] === DOT) {
    at = digitsEnd(bytes, at + 1);
  }
  if (at >= 0 && ((bytes[at] ?? 0) | TO_SMALL) === LETTER_E) {
    const sign = bytes[at + 1];
    at = digitsEnd(bytes, sign === PLUS || sign === MINUS ? at + 2 : at + 1);
  }
  return at;
};

/** Behind some digits; -1 when there is none. */
const digitsEnd = (bytes: Buffer, from: number): number => {
  let at = from;
  while ((bytes[at] ?? 0) >= ZERO && (bytes[at] ?? 0) <= NINE) {
    at += 1;
  }
  return at > from ? at : -1;
};
