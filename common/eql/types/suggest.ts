// SPDX-License-Identifier: Apache-2.0

/** The candidates closest to a mistyped word, best first, at most three; none when nothing is close. */
export const suggest = (word: string, candidates: Iterable<string>): string[] => {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const lower = word.toLowerCase();
  return [...candidates]
    .filter((candidate) => Math.abs(candidate.length - word.length) <= limit)
    .map((candidate) => ({ candidate, distance: editDistance(lower, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate, 'en'))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
};

/** Levenshtein's: insertions, deletions and replacements of one character. */
const editDistance = (a: string, b: string): number => {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
};

/** A remedy that names what was probably meant, or how to go on without. */
export const didYouMean = (suggestions: readonly string[], otherwise: string): string =>
  suggestions.length > 0
    ? `Did you mean ${suggestions.map((name) => `[${name}]`).join(' or ')}?`
    : otherwise;
