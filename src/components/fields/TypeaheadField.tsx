import type { KeyboardEvent, ReactElement } from 'react';
import { useEffect, useId, useState } from 'react';
import { FormGroup, Select, SelectList, SelectOption } from '@patternfly/react-core';
import { useSidecarTranslation } from '../../i18n';
import { FieldHelp, hasError, type FieldNote } from './FieldHelp';
import { TypeaheadToggle } from './TypeaheadToggle';

export interface TypeaheadOption {
  value: string;
  description?: string;
  /** Why the choice is disabled. */
  disabledReason?: string;
}

interface TypeaheadFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly TypeaheadOption[];
  placeholder: string;
  /** Called with the visible choices whenever they change. Must have a stable identity. */
  onShow?: (values: readonly string[]) => void;
  problem?: string | undefined;
  hint?: string | undefined;
  isRequired?: boolean;
  /** Whether the options are still read. */
  isLoading?: boolean;
  notes?: readonly FieldNote[];
}

/** Enough to choose from with little scrolling. */
const FIRST = 20;

/**
 * The parent element of the choices: the dialog's own layer if the field is in a dialog, because a dialog hides everything
 * else from screen readers at each render.
 */
const besideDialog = (fieldId: string): HTMLElement =>
  document.getElementById(fieldId)?.closest('[role="dialog"]')?.parentElement ?? document.body;

/** A choice of many values, which are searched by typing. */
export const TypeaheadField = ({
  label,
  value,
  onChange,
  options,
  placeholder,
  onShow,
  problem,
  hint,
  isRequired = false,
  isLoading = false,
  notes = [],
}: TypeaheadFieldProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  /** Undefined while the user is not typing: the field then shows the value. */
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);

  const wanted = (typed ?? '').toLowerCase();
  const found = options.filter((option) => option.value.toLowerCase().includes(wanted));
  const shown = isOpen ? found.slice(0, FIRST).map((option) => option.value) : [];
  const shownKey = shown.join('\n');
  useEffect(() => {
    if (shownKey !== '') {
      onShow?.(shownKey.split('\n'));
    }
  }, [shownKey, onShow]);
  const close = (): void => {
    setIsOpen(false);
    setTyped(undefined);
    setActive(0);
  };
  const choose = (next: string): void => {
    onChange(next);
    close();
    // The pressed option no longer exists.
    document.getElementById(id)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setIsOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(isOpen && found.length > 0 ? (active + step + found.length) % found.length : 0);
    } else if (event.key === 'Enter') {
      // Enter must not submit the form around the field.
      event.preventDefault();
      const option = found[active];
      if (isOpen && option !== undefined && option.disabledReason === undefined) {
        choose(option.value);
      } else {
        setIsOpen(true);
      }
    } else if (event.key === 'Tab') {
      close();
    }
  };
  const optionId = (index: number): string => `${id}-option-${String(index)}`;

  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      <Select
        isOpen={isOpen}
        isScrollable
        variant="typeahead"
        selected={value}
        popperProps={{ appendTo: () => besideDialog(id) }}
        onSelect={(_event, next) => {
          if (typeof next === 'string') {
            choose(next);
          }
        }}
        onOpenChange={(open) => {
          if (!open) {
            close();
          }
        }}
        toggle={(ref) => (
          <TypeaheadToggle
            toggleRef={ref}
            inputId={id}
            listId={`${id}-list`}
            helpId={`${id}-help`}
            label={label}
            text={typed ?? value}
            placeholder={placeholder}
            isOpen={isOpen}
            hasProblem={problem !== undefined || hasError(notes)}
            activeId={isOpen && found.length > 0 ? optionId(active) : undefined}
            onKeyDown={onKeyDown}
            onClose={close}
            onToggle={() => {
              setIsOpen(!isOpen);
            }}
            onType={(next) => {
              setTyped(next);
              setActive(0);
              setIsOpen(true);
            }}
            onClear={() => {
              choose('');
            }}
          />
        )}
      >
        <SelectList id={`${id}-list`} aria-label={label}>
          {found.map((option, index) => (
            <SelectOption
              key={option.value}
              id={optionId(index)}
              value={option.value}
              isFocused={index === active}
              isAriaDisabled={option.disabledReason !== undefined}
              description={option.disabledReason ?? option.description}
            >
              {option.value}
            </SelectOption>
          ))}
          {found.length === 0 ? (
            <SelectOption isDisabled key="">
              {isLoading ? t('Loading') : t('Nothing found')}
            </SelectOption>
          ) : null}
        </SelectList>
      </Select>
      <FieldHelp id={`${id}-help`} problem={problem} hint={hint} notes={notes} />
    </FormGroup>
  );
};
