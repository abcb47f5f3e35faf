import type { K8sGroupVersionKind, OwnerReference } from '@openshift-console/dynamic-plugin-sdk';
import { ResourceLink } from '../resource/ResourceLink';
import type { ReactElement } from 'react';

const kindOf = ({ apiVersion, kind }: OwnerReference): K8sGroupVersionKind => {
  const [version = '', group] = apiVersion.split('/').reverse();
  return { group, version, kind };
};

export const OwnerList = ({
  owners,
  namespace,
}: {
  owners: OwnerReference[] | undefined;
  namespace: string | undefined;
}): ReactElement =>
  owners === undefined || owners.length === 0 ? (
    <>No owner</>
  ) : (
    <>
      {owners.map((owner) => (
        <div key={owner.uid}>
          <ResourceLink groupVersionKind={kindOf(owner)} name={owner.name} namespace={namespace} />
        </div>
      ))}
    </>
  );
