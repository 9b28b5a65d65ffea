// SPDX-License-Identifier: Apache-2.0
export { readItemError } from './client_error';
export { elasticsearchFailure, failureOf } from './elasticsearch_failure';
export { missingIndexFailure } from './missing_failure';
export { requestOptions, type RequestLimits } from './request_options';
export { reasonOf, type Undertaking } from './undertaking';
