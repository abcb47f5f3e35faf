import { useMemo } from 'react';
import { useAttachSidecar } from '../attach/useAttachSidecar';
import { useDetachSidecar } from '../detach/useDetachSidecar';
import { useRestartVm } from '../restart/useRestartVm';
import type { VmDialogs } from './vmDialogs';

/** React hook: the dialogs, whose code is loaded meanwhile. */
export const useVmDialogs = (): VmDialogs => {
  const attach = useAttachSidecar();
  const detach = useDetachSidecar();
  const restart = useRestartVm();
  return useMemo(() => ({ attach, detach, restart }), [attach, detach, restart]);
};
