import type { KeyboardEvent, ReactElement, Ref } from 'react';
import { useEffect, useRef } from 'react';
import type { MenuToggleElement } from '@patternfly/react-core';
import {
  Button,
  MenuToggle,
  TextInputGroup,
  TextInputGroupMain,
  TextInputGroupUtilities,
} from '@patternfly/react-core';
import { TimesIcon } from '@patternfly/react-icons';
import { useSidecarTranslation } from '../../i18n';

interface TypeaheadToggleProps {
  toggleRef: Ref<MenuToggleElement>;
  inputId: string;
  listId: string;
  helpId: string;
  label: string;
  text: string;
  placeholder: string;
  isOpen: boolean;
  hasProblem: boolean;
  activeId: string | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Called for the Escape key while the choices are visible. */
  onClose: () => void;
  onToggle: () => void;
  onType: (text: string) => void;
  onClear: () => void;
}

/** The text field of a typeahead select, with its buttons. */
export const TypeaheadToggle = ({
  toggleRef,
  inputId,
  listId,
  helpId,
  label,
  text,
  placeholder,
  isOpen,
  hasProblem,
  activeId,
  onKeyDown,
  onClose,
  onToggle,
  onType,
  onClear,
}: TypeaheadToggleProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = isOpen ? frame.current : null;
    // The dialog around it must not close too. Its listener is on the root, so stopping React's event would be too late.
    const closeOnEscape = (event: globalThis.KeyboardEvent): void => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        onClose();
      }
    };
    element?.addEventListener('keydown', closeOnEscape);
    return () => {
      element?.removeEventListener('keydown', closeOnEscape);
    };
  }, [isOpen, onClose]);
  return (
    <div ref={frame}>
      <MenuToggle
        innerRef={toggleRef}
        variant="typeahead"
        isExpanded={isOpen}
        isFullWidth
        aria-label={t('Show the choices of {{field}}', { field: label })}
        onClick={onToggle}
        status={hasProblem ? ('danger' as const) : undefined}
      >
        <TextInputGroup isPlain>
          <TextInputGroupMain
            inputId={inputId}
            value={text}
            placeholder={placeholder}
            autoComplete="off"
            role="combobox"
            aria-label={label}
            isExpanded={isOpen}
            aria-controls={listId}
            inputProps={{ 'aria-describedby': helpId, 'aria-autocomplete': 'list', spellCheck: false }}
            aria-activedescendant={activeId}
            onClick={onToggle}
            onKeyDown={onKeyDown}
            onChange={(_event, next) => {
              onType(next);
            }}
          />
          {text === '' ? null : (
            <TextInputGroupUtilities>
              <Button
                variant="plain"
                icon={<TimesIcon />}
                aria-label={t('Clear {{field}}', { field: label })}
                onClick={onClear}
              />
            </TextInputGroupUtilities>
          )}
        </TextInputGroup>
      </MenuToggle>
    </div>
  );
};
