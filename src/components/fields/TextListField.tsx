import type { ReactElement } from 'react';
import { useEffect, useId, useState } from 'react';
import { Button, FormGroup, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import { MinusCircleIcon, PlusCircleIcon } from '@patternfly/react-icons';
import { useSidecarTranslation } from '../../i18n';
import { FieldHelp } from './FieldHelp';

interface TextListFieldProps {
  label: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
  hint: string;
}

/** A list of texts with one field each, such as the words of a command line. An empty field is an empty word. */
export const TextListField = ({ label, values, onChange, hint }: TextListFieldProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const [focused, setFocused] = useState<number>();
  const [changed, setChanged] = useState<{ focus: string }>();
  useEffect(() => {
    if (changed !== undefined) {
      document.getElementById(changed.focus)?.focus();
    }
  }, [changed]);
  const fieldId = (index: number): string => `${id}-${String(index)}`;
  return (
    <FormGroup label={label} role="group" fieldId={id}>
      {values.map((value, index) => (
        <InputGroup key={index} className="pf-v6-u-mb-sm">
          <InputGroupItem isFill>
            <TextInput
              id={fieldId(index)}
              value={value}
              aria-label={t('{{field}}, entry {{number}}', { field: label, number: index + 1 })}
              autoComplete="off"
              spellCheck={false}
              onFocus={() => {
                setFocused(index);
              }}
              onBlur={() => {
                setFocused(undefined);
              }}
              onChange={(_event, next) => {
                onChange(values.with(index, next));
              }}
            />
          </InputGroupItem>
          <InputGroupItem>
            <Button
              variant="plain"
              icon={<MinusCircleIcon />}
              aria-label={t('Remove entry {{number}} of {{field}}', { field: label, number: index + 1 })}
              onClick={() => {
                const left = values.toSpliced(index, 1);
                onChange(left);
                setChanged({
                  focus: left.length === 0 ? `${id}-add` : fieldId(Math.min(index, left.length - 1)),
                });
              }}
            />
          </InputGroupItem>
        </InputGroup>
      ))}
      <Button
        variant="link"
        isInline
        id={`${id}-add`}
        icon={<PlusCircleIcon />}
        aria-label={t('Add an entry to {{field}}', { field: label })}
        aria-describedby={`${id}-help`}
        onClick={() => {
          onChange([...values, '']);
          setChanged({ focus: fieldId(values.length) });
        }}
      >
        {t('Add')}
      </Button>
      <FieldHelp
        id={`${id}-help`}
        hint={hint}
        warning={
          values.some((value, index) => value === '' && index !== focused)
            ? t('An empty entry is passed as an empty argument. Remove it if you do not want that.')
            : undefined
        }
      />
    </FormGroup>
  );
};
