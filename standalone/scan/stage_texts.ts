// SPDX-License-Identifier: Apache-2.0
import type { BoundQuery } from '../../common/eql/verify/bind_query';
import {
  planCondition,
  planStages,
  planUntil,
  requiredText,
  type PlanOptions,
} from '../../common/search';
import type { StageText } from '../input/line_filter';

/** What the text of a line must hold to matter to a query, stage by stage. */
export const stageTexts = (query: BoundQuery, options: PlanOptions): StageText[] => {
  switch (query.kind) {
    case 'event':
      return [{ required: requiredText(planCondition(query.filter, options)), begins: true }];
    case 'sample':
      return planStages(query.stages, options).map(({ condition }) => ({
        required: requiredText(condition),
        begins: true,
      }));
    case 'sequence': {
      const first = query.stages.findIndex(({ missing }) => !missing);
      const stages = planStages(query.stages, options).map(({ condition }, i) => ({
        required: requiredText(condition),
        begins: i === first || query.stages[i]?.missing === true,
      }));
      const until = query.until && {
        required: requiredText(planUntil(query.until, options).condition),
        begins: false,
      };
      return until ? [...stages, until] : stages;
    }
  }
};
