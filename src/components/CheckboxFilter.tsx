import type { ReactElement } from 'react';
import { useState } from 'react';
import {
  Badge,
  MenuToggle,
  Select,
  SelectGroup,
  SelectList,
  SelectOption,
  ToolbarFilter,
} from '@patternfly/react-core';
import { FilterIcon } from '@patternfly/react-icons';
import { useSidecarTranslation } from '../i18n';

interface CheckboxFilterGroup<Value extends string> {
  /** Undefined if there is only one group. */
  title?: string;
  values: readonly Value[];
}

interface CheckboxFilterProps<Value extends string> {
  title: string;
  groups: readonly CheckboxFilterGroup<Value>[];
  label: (value: Value) => string;
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
}

/** PatternFly shows this many labels of a group until it is expanded. */
const LABELS_SHOWN = 3;

/** Shows all states without scrolling: a list that ends between two of them looks complete. */
const MENU_HEIGHT = '22.5rem';

/** A filter with any number of chosen values. */
export const CheckboxFilter = <Value extends string>({
  title,
  groups,
  label,
  chosen,
  onChange,
}: CheckboxFilterProps<Value>): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const values = groups.flatMap((group) => group.values);
  const toggle = (key: unknown): void => {
    // Includes chosen values that are not offered, for example from an old link.
    const known = [...new Set([...values, ...chosen])];
    onChange(known.filter((each) => (each === key ? !chosen.includes(each) : chosen.includes(each))));
  };
  return (
    <ToolbarFilter
      categoryName={title}
      labelGroupCollapsedText={t('{{count}} more', { count: chosen.length - LABELS_SHOWN })}
      labelGroupExpandedText={t('Show less')}
      labels={chosen.map((value) => ({ key: value, node: label(value) }))}
      deleteLabel={(_category, deleted) => {
        toggle(typeof deleted === 'string' ? deleted : deleted.key);
      }}
      deleteLabelGroup={() => {
        onChange([]);
      }}
    >
      <Select
        role="menu"
        isScrollable
        maxMenuHeight={MENU_HEIGHT}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        selected={[...chosen]}
        onSelect={(_event, value) => {
          toggle(value);
        }}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            icon={<FilterIcon />}
            isExpanded={isOpen}
            badge={chosen.length === 0 ? undefined : <Badge isRead>{chosen.length}</Badge>}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {title}
          </MenuToggle>
        )}
      >
        {groups.map((group) => {
          const list = (
            <SelectList key={group.title ?? title} aria-label={group.title ?? title}>
              {group.values.map((value) => (
                <SelectOption key={value} value={value} hasCheckbox isSelected={chosen.includes(value)}>
                  {label(value)}
                </SelectOption>
              ))}
            </SelectList>
          );
          return group.title === undefined ? (
            list
          ) : (
            <SelectGroup key={group.title} label={group.title}>
              {list}
            </SelectGroup>
          );
        })}
      </Select>
    </ToolbarFilter>
  );
};
