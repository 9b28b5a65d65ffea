// SPDX-License-Identifier: Apache-2.0
import { becomePage } from '../doubles/kibana_browser/small_dom';

// Imported first: React DOM looks for a document when it is loaded.
export const page = becomePage();
