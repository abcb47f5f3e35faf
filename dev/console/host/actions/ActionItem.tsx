import type { Action } from '@openshift-console/dynamic-plugin-sdk';
import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk/lib/app/components/utils/rbac';
import { DropdownItem } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';

const NOT_ALLOWED = 'You do not have permission to do this.';

/** One action in a menu. If an access review refuses it, it is disabled with the reason. */
export const ActionItem = ({ action }: { action: Action }): ReactElement => {
  const navigate = useNavigate();
  const [isAllowed, isChecking] = useAccessReview(action.accessReview ?? {}, undefined, true);
  const isRefused = action.accessReview !== undefined && !isChecking && !isAllowed;
  const isDisabled =
    action.disabled === true || isRefused || (action.accessReview !== undefined && isChecking);
  const tooltip = isRefused
    ? NOT_ALLOWED
    : isDisabled
      ? (action.disabledTooltip ?? action.tooltip)
      : action.tooltip;
  const { cta } = action;
  const isExternal = typeof cta === 'object' && cta.external === true;
  return (
    <DropdownItem
      value={action.id}
      description={action.description}
      icon={action.icon}
      isAriaDisabled={isDisabled}
      data-test-action={action.id}
      tooltipProps={tooltip === undefined ? undefined : { content: tooltip }}
      {...(isExternal ? { to: cta.href, isExternalLink: true } : {})}
      onClick={() => {
        if (typeof cta === 'function') {
          cta();
        } else if (!isExternal) {
          void navigate(cta.href);
        }
      }}
    >
      {action.label}
    </DropdownItem>
  );
};
