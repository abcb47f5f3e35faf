import type { ReactElement } from 'react';
import { useId, useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle, MenuToggleCheckbox } from '@patternfly/react-core';
import { useSidecarTranslation } from '../i18n';

interface BulkSelectProps {
  /** Number of selected rows, on all pages. */
  selected: number;
  /** Numbers of rows that can be selected: on this page, and of all that match the filters. */
  onPage: number;
  matching: number;
  /** How many rows of this page are selected. */
  selectedOnPage: number;
  onSelectNone: () => void;
  onSelectPage: () => void;
  onSelectMatching: () => void;
}

/** Selects rows of a list: none, this page, or all that match the filters. */
export const BulkSelect = ({
  selected,
  onPage,
  matching,
  selectedOnPage,
  onSelectNone,
  onSelectPage,
  onSelectMatching,
}: BulkSelectProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isPageSelected = onPage > 0 && selectedOnPage === onPage;
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      shouldFocusToggleOnSelect
      onSelect={() => {
        setOpen(false);
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={isOpen}
          isDisabled={matching === 0 && selected === 0}
          aria-label={t('Select rows')}
          onClick={() => {
            setOpen(!isOpen);
          }}
          splitButtonItems={[
            <MenuToggleCheckbox
              key="page"
              id={`${id}-page`}
              aria-label={t('Select this page')}
              isChecked={isPageSelected ? true : selected > 0 ? null : false}
              onChange={() => {
                (isPageSelected ? onSelectNone : onSelectPage)();
              }}
            >
              {selected === 0 ? undefined : (
                <span aria-live="polite">{t('{{count}} selected', { count: selected })}</span>
              )}
            </MenuToggleCheckbox>,
          ]}
        />
      )}
    >
      <DropdownList>
        <DropdownItem key="none" isDisabled={selected === 0} onClick={onSelectNone}>
          {t('Select none')}
        </DropdownItem>
        <DropdownItem key="page" onClick={onSelectPage}>
          {t('Select this page ({{count}})', { count: onPage })}
        </DropdownItem>
        <DropdownItem key="matching" onClick={onSelectMatching}>
          {t('Select all that match the filter ({{count}})', { count: matching })}
        </DropdownItem>
      </DropdownList>
    </Dropdown>
  );
};
