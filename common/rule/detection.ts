// SPDX-License-Identifier: Apache-2.0

/** How sequences are found: by the names that the published rule joins by, or by following the file itself. */
export const DETECTIONS = ['published', 'lineage'] as const;
export type Detection = (typeof DETECTIONS)[number];
