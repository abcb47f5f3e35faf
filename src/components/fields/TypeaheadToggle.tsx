import type { KeyboardEvent, ReactElement, Ref } from 'react';
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
  onToggle,
  onType,
  onClear,
}: TypeaheadToggleProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <MenuToggle
      innerRef={toggleRef}
      variant="typeahead"
      isExpanded={isOpen}
      isFullWidth
      aria-label={t('Show the choices of {{field}}', { field: label })}
      onClick={onToggle}
      {...(hasProblem ? { status: 'danger' as const } : {})}
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
          {...(activeId === undefined ? {} : { 'aria-activedescendant': activeId })}
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
  );
};
