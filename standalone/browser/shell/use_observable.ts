// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import type { BehaviorSubject } from 'rxjs';

/** The present value, for as long as the component is shown. */
export const useObservable = <T>(subject: BehaviorSubject<T>): T => {
  const [value, setValue] = useState<T>(subject.value);
  useEffect(() => {
    const subscription = subject.subscribe((next) => setValue(() => next));
    return () => subscription.unsubscribe();
  }, [subject]);
  return value;
};
