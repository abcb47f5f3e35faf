import type { ReactElement } from 'react';
import { Label, LabelGroup } from '@patternfly/react-core';
import { OffIcon } from '@patternfly/react-icons';
import { Link } from 'react-router';
import { userText } from '../../../features/holders/userText';
import { vmTabPath } from '../../../features/vmTab/vmTabPath';
import type { HookScript } from '../../../sidecars/scripts/hookScripts';
import { useSidecarTranslation } from '../../../i18n';

interface ScriptUsersProps {
  users: HookScript['users'];
  /** Called when a link is followed. */
  onLeave?: () => void;
}

/** Links to the VMs that use a script, and to what VMs and instances are made from. */
export const ScriptUsers = ({ users, onLeave }: ScriptUsersProps): ReactElement => {
  const { t } = useSidecarTranslation();
  if (users === undefined) {
    return <span className="pf-v6-u-text-color-subtle">{t('Unknown')}</span>;
  }
  if (users.length === 0) {
    return <span className="pf-v6-u-text-color-subtle">{t('Not used')}</span>;
  }
  return (
    <LabelGroup
      numLabels={3}
      aria-label={t('Used by')}
      collapsedText={t('{{number}} more', { number: users.length - 3 })}
      expandedText={t('Show less')}
    >
      {users.map(({ object, running }) => (
        <Label
          key={`${object.kind} ${object.metadata.name}`}
          variant="outline"
          textMaxWidth={object.kind === 'VirtualMachine' ? '18ch' : '28ch'}
          icon={running === false ? <OffIcon title={t('Not running')} /> : undefined}
          render={({ className, content }) => (
            <Link className={className} onClick={onLeave} to={vmTabPath(object, 'sidecar-hooks')}>
              {content}
            </Link>
          )}
        >
          {userText(t, object)}
        </Label>
      ))}
    </LabelGroup>
  );
};
