import type { ReactElement } from 'react';
import { useId } from 'react';
import { FormGroup, TextArea } from '@patternfly/react-core';
import { useSidecarTranslation } from '../../../i18n';
import type { HookPoint } from '../../../sidecars/annotation/hookPoint';
import type { TryInput } from '../../../data/tryInputs/tryInput';

interface PastedInputProps {
  hookPoint: HookPoint;
  value: TryInput;
  onChange: (value: TryInput) => void;
}

/** The two arguments of a call as text. */
export const PastedInput = ({ hookPoint, value, onChange }: PastedInputProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const field = (name: keyof TryInput, label: string): ReactElement => (
    <FormGroup label={label} fieldId={`${id}-${name}`}>
      <TextArea
        id={`${id}-${name}`}
        className="pf-v6-u-font-family-monospace"
        rows={6}
        resizeOrientation="vertical"
        spellCheck={false}
        value={value[name]}
        onChange={(_event, text) => {
          onChange({ ...value, [name]: text });
        }}
      />
    </FormGroup>
  );
  return (
    <>
      {field('input', hookPoint === 'onDefineDomain' ? t('Domain XML') : t('Cloud-init data as JSON'))}
      {field('vmi', t('VirtualMachineInstance as JSON'))}
    </>
  );
};
