import type { ReactElement } from 'react';
import { Label, LabelGroup } from '@patternfly/react-core';
import { OffIcon } from '@patternfly/react-icons';
import { Link } from 'react-router';
import { vmTabPath } from '../../../features/vmTab/vmTabPath';
import type { HookScript } from '../../../sidecars/scripts/hookScripts';
import { useSidecarTranslation } from '../../../i18n';

interface ScriptUsersProps {
  users: HookScript['users'];
  /** Called when a link is followed. */
  onLeave?: () => void;
}

/** Links to the running and stopped VMs that use a script. */
export const ScriptUsers = ({ users, onLeave }: ScriptUsersProps): ReactElement => {
  const { t } = useSidecarTranslation();
  if (users === undefined) {
    return <span className="pf-v6-u-text-color-subtle">{t('Unknown')}</span>;
  }
  if (users.length === 0) {
    return <span className="pf-v6-u-text-color-subtle">{t('No VM')}</span>;
  }
  return (
    <LabelGroup
      numLabels={3}
      aria-label={t('Used by')}
      collapsedText={t('{{number}} more', { number: users.length - 3 })}
      expandedText={t('Show less')}
    >
      {users.map(({ namespace, name, running }) => (
        <Label
          key={name}
          variant="outline"
          textMaxWidth="18ch"
          icon={running ? undefined : <OffIcon title={t('Not running')} />}
          render={({ className, content }) => (
            <Link
              className={className}
              onClick={onLeave}
              to={vmTabPath({ apiVersion: '', kind: '', metadata: { namespace, name } }, 'sidecar-hooks')}
            >
              {content}
            </Link>
          )}
        >
          {name}
        </Label>
      ))}
    </LabelGroup>
  );
};
