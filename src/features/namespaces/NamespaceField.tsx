import type { ReactElement } from 'react';
import { useState } from 'react';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { useRefusedNamespaces } from '../../data/useRefusedNamespaces';
import { TypeaheadField } from '../../components/fields/TypeaheadField';

interface NamespaceFieldProps {
  label: string;
  placeholder: string;
  hint?: string;
  /** Empty if none is chosen. */
  namespace: string;
  /** Undefined while the choices are read. */
  offered: readonly string[] | undefined;
  /** What is to be created in the namespace. */
  model: K8sModel;
  /** Why a namespace in which the user may not create it is disabled. */
  refusal: string;
  problem?: string | undefined;
  onChange: (namespace: string) => void;
}

/**
 * Chooses a namespace to create something in. Access is checked only for the visible namespaces, because there may be
 * thousands.
 */
export const NamespaceField = ({
  namespace,
  offered,
  model,
  refusal,
  ...field
}: NamespaceFieldProps): ReactElement => {
  const [shown, setShown] = useState<readonly string[]>([]);
  const refused = useRefusedNamespaces({ verb: 'create', model }, shown);
  return (
    <TypeaheadField
      {...field}
      value={namespace}
      isRequired
      isLoading={offered === undefined}
      options={(offered ?? []).map((value) => ({
        value,
        ...(refused.has(value) ? { disabledReason: refusal } : {}),
      }))}
      onShow={setShown}
    />
  );
};
