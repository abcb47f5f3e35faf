import type { ReactElement } from 'react';
import { useState } from 'react';
import { AlertActionLink } from '@patternfly/react-core';
import { failureText } from '../../components/failureText';
import { InlineAlert } from '../../components/InlineAlert';
import type { ConfigMap, VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';

interface CreatedNoticeProps {
  vm: VirtualMachine;
  created: ConfigMap;
  onRemove: () => Promise<void>;
}

/** Names the ConfigMap that was created although the VM could not be changed, and removes it on request. */
export const CreatedNotice = ({ vm, created, onRemove }: CreatedNoticeProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isRemoving, setRemoving] = useState(false);
  const [error, setError] = useState<unknown>();
  const script = created.metadata.name;
  const remove = async (): Promise<void> => {
    setRemoving(true);
    setError(undefined);
    try {
      await onRemove();
    } catch (problem) {
      setError(problem);
      setRemoving(false);
    }
  };
  return (
    <InlineAlert
      variant="info"
      title={t('ConfigMap {{script}} is created, VM {{name}} is not changed yet', {
        script,
        name: vm.metadata.name,
      })}
      actionLinks={
        <AlertActionLink isDisabled={isRemoving} onClick={() => void remove()}>
          {t('Remove ConfigMap {{name}}', { name: script })}
        </AlertActionLink>
      }
    >
      <p>{t('Saving again attaches it. If you close the form, it stays unless you remove it.')}</p>
      {error === undefined ? null : (
        <p role="alert">
          {t('It could not be removed.')} {failureText(t, error)}
        </p>
      )}
    </InlineAlert>
  );
};
