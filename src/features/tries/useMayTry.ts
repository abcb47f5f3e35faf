import { PodModel } from '../../k8s/models';
import { useAccess, type Access } from '../../k8s/useAccess';

/** React hook: may the user create pods in the namespace and run commands in them? */
export const useMayTry = (namespace: string): Access => {
  const mayCreate = useAccess({ verb: 'create', model: PodModel, namespace });
  const mayExec = useAccess({ verb: 'create', model: PodModel, namespace, subresource: 'exec' });
  return [mayCreate, mayExec].find((access) => access !== 'allowed') ?? 'allowed';
};
