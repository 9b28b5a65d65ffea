// SPDX-License-Identifier: Apache-2.0
import { Writable } from 'node:stream';

// eslint-disable-next-line no-control-regex -- what terminals act on
const SEQUENCE = /\u001b\[\??(\d*)([a-zA-Z])|\u001b([78])|[\s\S]/gu;

/** A terminal that can be looked at: acts on the few control sequences that a progress bar needs. */
export class Screen extends Writable {
  readonly isTTY = true;
  readonly columns: number;
  /** Everything that was written. */
  written = '';
  private readonly rows: string[][] = [[]];
  private row = 0;
  private column = 0;
  private saved = { row: 0, column: 0 };

  constructor(columns = 120) {
    super({ decodeStrings: false });
    this.columns = columns;
  }

  /** What stands on it, without empty lines at the end. */
  get lines(): string[] {
    const text = this.rows
      .map((row) => row.join('').trimEnd())
      .join('\n')
      .trimEnd();
    return text === '' ? [] : text.split('\n');
  }

  get asStream(): NodeJS.WriteStream {
    return this as unknown as NodeJS.WriteStream;
  }

  override _write(text: string, _encoding: string, done: () => void): void {
    this.written += text;
    for (const [all, count, command, saving] of text.matchAll(SEQUENCE)) {
      this.act(all, Number(count || 0), command, saving);
    }
    done();
  }

  private act(all: string, count: number, command?: string, saving?: string): void {
    if (saving === '7') {
      this.saved = { row: this.row, column: this.column };
    } else if (saving === '8') {
      ({ row: this.row, column: this.column } = this.saved);
    } else if (command === 'G') {
      this.column = Math.max(0, count - 1);
    } else if (command === 'K') {
      this.line.splice(count === 2 ? 0 : this.column);
    } else if (command === 'h' || command === 'l') {
      // How it wraps is of no interest here.
    } else if (command !== undefined) {
      throw new Error(`The screen does not know ${JSON.stringify(all)}`);
    } else if (all === '\r') {
      this.column = 0;
    } else if (all === '\n') {
      this.row += 1;
      this.column = 0;
    } else {
      this.put(all);
    }
  }

  private put(character: string): void {
    const { line } = this;
    while (line.length < this.column) {
      line.push(' ');
    }
    line[this.column] = character;
    this.column += 1;
  }

  private get line(): string[] {
    while (this.rows.length <= this.row) {
      this.rows.push([]);
    }
    return this.rows[this.row] ?? [];
  }
}

/** A stream that is no terminal, keeps what is written, and emits it as "text". */
export class Pipe extends Writable {
  written = '';

  constructor() {
    super({ decodeStrings: false });
  }

  get asStream(): NodeJS.WriteStream {
    return this as unknown as NodeJS.WriteStream;
  }

  override _write(text: string, _encoding: string, done: () => void): void {
    this.written += text;
    this.emit('text', text);
    done();
  }
}
