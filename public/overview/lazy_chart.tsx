// SPDX-License-Identifier: Apache-2.0
import React, { Suspense, type ReactNode } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiLoadingChart } from '@elastic/eui';

/** Stands for a chart until its code has come. */
export function LazyChart({ children }: { children: ReactNode }) {
  return (
    <Suspense
      fallback={
        <EuiFlexGroup justifyContent="center" style={{ minHeight: 120 }} alignItems="center">
          <EuiFlexItem grow={false}>
            <EuiLoadingChart size="l" />
          </EuiFlexItem>
        </EuiFlexGroup>
      }
    >
      {children}
    </Suspense>
  );
}
