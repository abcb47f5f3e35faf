import type { ReactElement } from 'react';
import { Divider, DropdownItem, DropdownList } from '@patternfly/react-core';
import { KebabMenu } from '../../../components/KebabMenu';
import { useSidecarTranslation } from '../../../i18n';

export interface SidecarActions {
  onEdit: () => void;
  /** Undefined at the start of the list. */
  onMoveUp: (() => void) | undefined;
  onMoveDown: (() => void) | undefined;
  onDetach: () => void;
  /** Adds the script to the template; undefined if that is not possible. */
  onBring?: (() => void) | undefined;
}

interface SidecarMenuProps {
  actions: SidecarActions;
  /** The sidecar's name, for the menu's accessible name. */
  name: string;
  /** Why the user may not change it now. */
  blocked: string | undefined;
}

/** The actions of one attached sidecar. Those that are not permitted are disabled with a reason. */
export const SidecarMenu = ({ actions, name, blocked }: SidecarMenuProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const guard = (
    reason: string | undefined,
  ): { isAriaDisabled?: true; tooltipProps?: { content: string } } =>
    reason === undefined ? {} : { isAriaDisabled: true, tooltipProps: { content: reason } };
  const { onEdit, onMoveUp, onMoveDown, onDetach, onBring } = actions;
  return (
    <KebabMenu label={t('Actions of {{name}}', { name })}>
      <DropdownList>
        <DropdownItem key="edit" onClick={onEdit} {...guard(blocked)}>
          {t('Edit')}
        </DropdownItem>
        <DropdownItem
          key="up"
          onClick={onMoveUp}
          {...guard(blocked ?? (onMoveUp === undefined ? t('It is the first one.') : undefined))}
        >
          {t('Move up')}
        </DropdownItem>
        <DropdownItem
          key="down"
          onClick={onMoveDown}
          {...guard(blocked ?? (onMoveDown === undefined ? t('It is the last one.') : undefined))}
        >
          {t('Move down')}
        </DropdownItem>
        {onBring === undefined ? null : (
          <DropdownItem key="bring" onClick={onBring} {...guard(blocked)}>
            {t('Bring the script with the template')}
          </DropdownItem>
        )}
        <Divider component="li" key="divider" />
        <DropdownItem key="detach" isDanger={blocked === undefined} onClick={onDetach} {...guard(blocked)}>
          {t('Detach')}
        </DropdownItem>
      </DropdownList>
    </KebabMenu>
  );
};
