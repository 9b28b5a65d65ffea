// SPDX-License-Identifier: Apache-2.0

/** The keys to follow from an object: each names a child, and how its own children continue. */
export interface KeyStep {
  readonly key: string;
  /** Undefined where the field ends. */
  readonly next: readonly KeyStep[] | undefined;
}

/** For a.b.c: [a -> [b -> [c], b.c], a.b -> [c], a.b.c]; equal rests are shared. */
export const keyPaths = (name: string): readonly KeyStep[] => {
  const parts = name.split('.');
  const from: (readonly KeyStep[] | undefined)[] = [];
  for (let start = parts.length - 1; start >= 0; start -= 1) {
    from[start] = parts.slice(start).map((_, i) => ({
      key: parts.slice(start, start + i + 1).join('.'),
      next: from[start + i + 1],
    }));
  }
  return from[0] ?? [];
};
