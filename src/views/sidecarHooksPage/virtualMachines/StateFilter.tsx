import type { ReactElement } from 'react';
import { useState } from 'react';
import { Badge, MenuToggle, Select, SelectList, SelectOption, ToolbarFilter } from '@patternfly/react-core';
import { FilterIcon } from '@patternfly/react-icons';
import { stateText } from '../../../components/sidecarState/stateText';
import type { SidecarStateKind } from '../../../sidecars/state';
import { useSidecarTranslation } from '../../../i18n';
import { STATE_KINDS } from './vmListQuery';

interface StateFilterProps {
  states: readonly SidecarStateKind[];
  onChange: (states: SidecarStateKind[]) => void;
}

/** PatternFly shows so many labels of a group until it is expanded. */
const LABELS_SHOWN = 3;

/** Chooses states. Data View's own checkbox filter cannot be closed with the Escape key. */
export const StateFilter = ({ states, onChange }: StateFilterProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const toggle = (kind: SidecarStateKind): void => {
    onChange(STATE_KINDS.filter((each) => (each === kind ? !states.includes(each) : states.includes(each))));
  };
  const withKind = (value: unknown, act: (kind: SidecarStateKind) => void): void => {
    const kind = STATE_KINDS.find((each) => each === value);
    if (kind !== undefined) {
      act(kind);
    }
  };
  return (
    <ToolbarFilter
      categoryName={t('State')}
      labelGroupCollapsedText={t('{{count}} more', { count: states.length - LABELS_SHOWN })}
      labelGroupExpandedText={t('Show less')}
      labels={states.map((kind) => ({ key: kind, node: stateText(t, kind).label }))}
      deleteLabel={(_category, label) => {
        withKind(typeof label === 'string' ? label : label.key, toggle);
      }}
      deleteLabelGroup={() => {
        onChange([]);
      }}
    >
      <Select
        role="menu"
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        selected={[...states]}
        onSelect={(_event, value) => {
          withKind(value, toggle);
        }}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            icon={<FilterIcon />}
            isExpanded={isOpen}
            badge={states.length === 0 ? undefined : <Badge isRead>{states.length}</Badge>}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {t('Filter by state')}
          </MenuToggle>
        )}
      >
        <SelectList aria-label={t('State')}>
          {STATE_KINDS.map((kind) => (
            <SelectOption key={kind} value={kind} hasCheckbox isSelected={states.includes(kind)}>
              {stateText(t, kind).label}
            </SelectOption>
          ))}
        </SelectList>
      </Select>
    </ToolbarFilter>
  );
};
