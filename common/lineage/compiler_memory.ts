// SPDX-License-Identifier: Apache-2.0

/** Compilers are remembered this long at least, in milliseconds, however short the window. */
const LEAST = 3_600_000;

/** How long before now a compiler may have started and is still remembered, in milliseconds. */
export const compilerMemory = (window: number): number => Math.max(window, LEAST);
