// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiCallOut, EuiFlexGrid, EuiFlexItem, EuiSpacer, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ParamProblem, RuleParams } from '../../common/rule';
import { sentence } from '../sentence';
import type { ServerApi } from '../server_api';
import { DetectionChoice } from './detection_choice';
import type { FieldProps } from './field_props';
import { FieldRow } from './field_row';
import { problemsAt, problemsElsewhere } from './form_state';
import { ListField } from './list_field';
import { NumberField } from './number_field';
import { paramsWith, paramWords, type ParamName } from './param_words';
import { SpanField } from './span_field';
import { TextField } from './text_field';

export interface RuleParamsFormProps {
  /** What stands in the fields; need not be in order. */
  params: RuleParams;
  onChange: (params: RuleParams) => void;
  /** Those of `problemsOf`, or those that the server answered; told beside the fields. */
  problems: readonly ParamProblem[];
  isDisabled?: boolean;
  /** Looks at what each detection would have found; undefined where nobody can ask. */
  api?: Pick<ServerApi, 'previewRule'>;
  /** Parameters that are asked for elsewhere; what is wrong with them is told above the fields. */
  without?: readonly ParamName[];
}

/** The fields for all parameters of the rule, for whoever edits them: the overview, or Kibana's form for rules. */
export function RuleParamsForm(props: RuleParamsFormProps) {
  const { problems, without = [] } = props;
  const names = paramsWith(props.params.detection);
  const others = problemsElsewhere(
    problems,
    names.filter((name) => !without.includes(name)),
  );
  return (
    <div data-test-subj="ruleParamsForm">
      {others.map(({ field, message, remedy }) => (
        <React.Fragment key={`${field} ${message}`}>
          <EuiCallOut
            data-test-subj="paramsProblem"
            size="s"
            color="danger"
            iconType="error"
            title={sentence(message)}
          >
            <p>{sentence(remedy)}</p>
          </EuiCallOut>
          <EuiSpacer size="m" />
        </React.Fragment>
      ))}
      <DetectionChoice
        value={props.params.detection}
        onChange={(detection) => props.onChange({ ...props.params, detection })}
        api={props.api}
        params={props.params}
        isDisabled={props.isDisabled ?? false}
      />
      <EuiSpacer size="l" />
      <Section
        title={i18n.translate('recentlyCompiled.params.section.looksFor', {
          defaultMessage: 'What it looks for',
        })}
      >
        <Field {...props} name="compilers" kind={ListField} />
        <Field {...props} name="linkers" kind={ListField} />
        <Field {...props} name="lineageCompilers" kind={ListField} />
        <Field {...props} name="lineageLinkers" kind={ListField} />
        <Field {...props} name="excludedProcessNames" kind={ListField} />
        <Field {...props} name="excludedNetworks" kind={ListField} />
        <Field {...props} name="maxspan" kind={SpanField} />
        <Field {...props} name="lineageWindow" kind={SpanField} />
      </Section>
      <EuiSpacer size="l" />
      <Section
        title={i18n.translate('recentlyCompiled.params.section.where', {
          defaultMessage: 'Where it looks',
        })}
      >
        <Field {...props} name="indexPatterns" kind={ListField} />
        <Field {...props} name="tiebreakerField" kind={TextField} />
      </Section>
      <EuiSpacer size="l" />
      <Section
        title={i18n.translate('recentlyCompiled.params.section.runs', {
          defaultMessage: 'How it runs',
        })}
      >
        <Field {...props} name="interval" kind={SpanField} />
        <Field {...props} name="from" kind={SpanField} />
        <Field {...props} name="maxLateness" kind={SpanField} />
        <Field {...props} name="maxSignals" kind={NumberField} />
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <EuiTitle size="xs">
        <h3>{title}</h3>
      </EuiTitle>
      <EuiSpacer size="m" />
      <EuiFlexGrid columns={2} gutterSize="m">
        {children}
      </EuiFlexGrid>
    </section>
  );
}

function Field<Name extends ParamName>({
  name,
  kind: Kind,
  params,
  onChange,
  problems,
  isDisabled = false,
  without = [],
}: RuleParamsFormProps & {
  name: Name;
  kind: React.ComponentType<FieldProps<RuleParams[Name]>>;
}) {
  if (without.includes(name) || !paramsWith(params.detection).includes(name)) {
    return null;
  }
  const { label, help } = paramWords()[name];
  const own = problemsAt(problems, name);
  return (
    <EuiFlexItem>
      <FieldRow label={label} help={help} problems={own}>
        <Kind
          name={name}
          label={label}
          value={params[name]}
          onChange={(value) => onChange({ ...params, [name]: value })}
          problems={own}
          isDisabled={isDisabled}
        />
      </FieldRow>
    </EuiFlexItem>
  );
}
