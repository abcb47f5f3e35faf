import type { ReactElement } from 'react';
import { useState } from 'react';
import { ConfigMapModel } from '../../../k8s/models';
import { useRefusedNamespaces } from '../../../data/useRefusedNamespaces';
import { useSidecarTranslation } from '../../../i18n';
import { TypeaheadField } from '../../../components/fields/TypeaheadField';

interface NamespaceFieldProps {
  /** Empty while none is chosen. */
  namespace: string;
  offered: readonly string[];
  /** The user may not create ConfigMaps in the one that is chosen. */
  isRefused: boolean;
  onChange: (namespace: string) => void;
}

/**
 * Where a new script is kept. Whether the user may create it there is asked of the namespaces that are looked at, not of
 * all: there may be thousands.
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
