// SPDX-License-Identifier: Apache-2.0

/** Makes a function that carries tasks out one after another, as they come; a failed one holds up no other. */
export const oneAtATime = (): (<T>(task: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine;
    return mine;
  };
};
