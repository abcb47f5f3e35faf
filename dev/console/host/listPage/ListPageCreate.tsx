import type { K8sGroupVersionKind } from '@openshift-console/dynamic-plugin-sdk';
import type { ReactElement, ReactNode } from 'react';
import { useActiveNamespace } from '../namespace/useActiveNamespace';
import { listPath } from '../resource/resourcePath';
import { useModel } from '../resource/useModel';
import { ListPageCreateLink } from './ListPageCreateLink';
import type { CreateAccessReview } from './useCreateAccess';

interface ListPageCreateProps {
  groupVersionKind: string | K8sGroupVersionKind;
  createAccessReview?: CreateAccessReview;
  children?: ReactNode;
}

export const ListPageCreate = ({
  groupVersionKind,
  createAccessReview,
  children,
}: ListPageCreateProps): ReactElement | null => {
  const model = useModel(groupVersionKind);
  const [namespace] = useActiveNamespace();
  return model === undefined ? null : (
    <ListPageCreateLink to={`${listPath(model, namespace)}/~new`} createAccessReview={createAccessReview}>
      {children}
    </ListPageCreateLink>
  );
};
