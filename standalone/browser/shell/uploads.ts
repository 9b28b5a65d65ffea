// SPDX-License-Identifier: Apache-2.0
import { BehaviorSubject } from 'rxjs';
import type { TakenIn } from '../../host/events/taken_in';

/** A file on its way to the host. */
export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly state: UploadState;
}

export type UploadState =
  | { readonly kind: 'waiting' }
  /** `sent` is from 0 to 1; at 1 the host still reads. */
  | { readonly kind: 'sending'; readonly sent: number }
  | { readonly kind: 'done'; readonly result: TakenIn }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Sends one file. Rejects as `HttpStart` does. */
export type SendFile = (file: File, onSent: (part: number) => void) => Promise<TakenIn>;

/** Sends files to the host, one after the other. */
export class Uploads {
  readonly list$ = new BehaviorSubject<readonly Upload[]>([]);
  private last = 0;
  private isSending = false;

  constructor(
    private readonly send: SendFile,
    /** Called when the host has taken a file in. */
    private readonly onTaken: () => void,
  ) {}

  add(files: readonly File[]): void {
    const more = files.map((file): Upload => {
      this.last += 1;
      return { id: this.last, file, state: { kind: 'waiting' } };
    });
    this.list$.next([...this.list$.value, ...more]);
    void this.sendAll();
  }

  again(id: number): void {
    this.change(id, { kind: 'waiting' });
    void this.sendAll();
  }

  /** Forgets those that have come to an end. */
  clear(): void {
    this.list$.next(
      this.list$.value.filter(({ state: { kind } }) => kind === 'waiting' || kind === 'sending'),
    );
  }

  private async sendAll(): Promise<void> {
    if (this.isSending) {
      return;
    }
    this.isSending = true;
    for (let next = this.next(); next; next = this.next()) {
      await this.sendOne(next);
    }
    this.isSending = false;
  }

  private next(): Upload | undefined {
    return this.list$.value.find(({ state }) => state.kind === 'waiting');
  }

  private async sendOne({ id, file }: Upload): Promise<void> {
    this.change(id, { kind: 'sending', sent: 0 });
    try {
      const result = await this.send(file, (sent) => this.change(id, { kind: 'sending', sent }));
      this.change(id, { kind: 'done', result });
      this.onTaken();
    } catch (error) {
      this.change(id, { kind: 'failed', error });
    }
  }

  private change(id: number, state: UploadState): void {
    this.list$.next(this.list$.value.map((one) => (one.id === id ? { ...one, state } : one)));
  }
}
