import type { ReactElement } from 'react';
import { useRecordedInputs } from '../../../data/tryInputs/recordedInputs';
import { ChoiceField } from '../../../components/fields/ChoiceField';
import { useSidecarTranslation } from '../../../i18n';
import type { HookPoint } from '../../../sidecars/annotation/hookPoint';
import { PastedInput } from './PastedInput';
import type { TryInputChoice } from './tryInputChoice';
import { VmInputField } from './VmInputField';

interface TryInputFieldsProps {
  namespace: string;
  hookPoint: HookPoint;
  choice: TryInputChoice;
  onChange: (choice: TryInputChoice) => void;
}

const RECORDED = 'recorded-';

const valueOf = (choice: TryInputChoice): string =>
  choice.kind === 'recorded' ? `${RECORDED}${String(choice.index)}` : choice.kind;

const choiceOf = (value: string): TryInputChoice => {
  switch (value) {
    case 'vm':
      return { kind: 'vm', name: '' };
    case 'pasted':
      return { kind: 'pasted', input: '', vmi: '{}' };
    case 'sample':
      return { kind: 'sample' };
    default:
      return { kind: 'recorded', index: Number(value.slice(RECORDED.length)) };
  }
};

/** On what the script is tried. */
export const TryInputFields = ({
  namespace,
  hookPoint,
  choice,
  onChange,
}: TryInputFieldsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const recorded = useRecordedInputs().flatMap((input, index) =>
    input.namespace === namespace && input.hookPoint === hookPoint
      ? [
          {
            value: `${RECORDED}${String(index)}`,
            label: t('Call {{call}} of the trial start of {{vm}}, {{time}}', {
              call: input.call,
              vm: input.vm,
              time: new Date(input.recordedAt).toLocaleTimeString(),
            }),
          },
        ]
      : [],
  );
  return (
    <>
      <ChoiceField
        label={t('Input')}
        value={valueOf(choice)}
        onChange={(value) => {
          onChange(choiceOf(value));
        }}
        options={[
          { value: 'sample', label: t('An example') },
          // KubeVirt does not log the cloud-init data.
          ...(hookPoint === 'onDefineDomain'
            ? [{ value: 'vm', label: t('What KubeVirt generated for a running VM') }]
            : []),
          ...recorded,
          { value: 'pasted', label: t('Pasted text') },
        ]}
      />
      {choice.kind === 'vm' ? (
        <VmInputField
          namespace={namespace}
          value={choice.name}
          onChange={(name) => {
            onChange({ kind: 'vm', name });
          }}
        />
      ) : null}
      {choice.kind === 'pasted' ? (
        <PastedInput
          hookPoint={hookPoint}
          value={choice}
          onChange={(value) => {
            onChange({ kind: 'pasted', ...value });
          }}
        />
      ) : null}
    </>
  );
};
