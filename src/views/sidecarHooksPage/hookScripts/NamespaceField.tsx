import type { ReactElement } from 'react';
import { useState } from 'react';
import { ConfigMapModel } from '../../../k8s/models';
import { useRefusedNamespaces } from '../../../data/useRefusedNamespaces';
import { useSidecarTranslation } from '../../../i18n';
import { TypeaheadField } from '../../../components/fields/TypeaheadField';

interface NamespaceFieldProps {
  /** Empty if none is chosen. */
  namespace: string;
  offered: readonly string[];
  /** Whether the user may not create ConfigMaps in the chosen namespace. */
  isRefused: boolean;
  onChange: (namespace: string) => void;
}

/**
 * Chooses the namespace of a new script. Access is checked only for the visible namespaces, because there may be thousands.
 */
export const NamespaceField = ({
  namespace,
  offered,
  isRefused,
  onChange,
}: NamespaceFieldProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [shown, setShown] = useState<readonly string[]>([]);
  const refused = useRefusedNamespaces({ verb: 'create', model: ConfigMapModel }, shown);
  return (
    <TypeaheadField
      label={t('Namespace')}
      value={namespace}
      isRequired
      options={offered.map((value) => ({
        value,
        ...(refused.has(value) ? { disabledReason: t('You may not create ConfigMaps in it.') } : {}),
      }))}
      placeholder={t('Choose a namespace')}
      hint={t('A hook script belongs to the namespace of its VMs.')}
      problem={
        isRefused ? t('You may not create ConfigMaps in namespace {{namespace}}.', { namespace }) : undefined
      }
      onShow={setShown}
      onChange={onChange}
    />
  );
};
