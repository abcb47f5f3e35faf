import { useMemo } from 'react';
import { holderModel } from '../../k8s/models';
import { useMayPatchVm, useMayRestartVm } from '../../k8s/useAccess';
import { sidecarsIn, type ParsedSidecars } from '../../sidecars/annotation/annotation';
import { holderKind, isTemplateKind } from '../../sidecars/objects/holder';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import type { SidecarState } from '../../sidecars/state/state';
import { useSidecarTranslation } from '../../i18n';
import { accessReason } from '../access/accessReason';
import { fixedInstanceReason, holderNoun } from '../holders/holderText';
import { ATTACHED_SIDECARS_HASH, VALIDATION_TAB, vmTabPath } from '../vmTab/vmTabPath';
import type { VmDialogs } from './vmDialogs';

export interface VmAction {
  id: 'attach' | 'edit' | 'detach' | 'repair' | 'tryOnCopy' | 'validate' | 'restart';
  label: string;
  does: { kind: 'run'; run: () => void } | { kind: 'go'; path: string };
  /** Why the action is disabled; undefined if it is enabled. */
  reason: string | undefined;
}

interface VmActionInput {
  vm: VirtualMachine;
  /** Why `vm` is not complete yet, so that actions that change it must wait. Undefined if it is complete. */
  waitReason?: string | undefined;
  parsed: ParsedSidecars;
  /** Undefined while it is not known. */
  state: SidecarState | undefined;
  /** Must have a stable identity. */
  dialogs: VmDialogs;
}

/** React hook: the actions on a VM's sidecars, the same in all menus. */
export const useVmActionList = ({ vm, waitReason, parsed, state, dialogs }: VmActionInput): VmAction[] => {
  const { t } = useSidecarTranslation();
  const { namespace, name } = vm.metadata;
  const mayPatch = useMayPatchVm(namespace, holderModel(vm));
  const mayRestart = useMayRestartVm(vm.metadata);

  return useMemo(() => {
    const kind = holderKind(vm);
    const patchReason =
      kind === 'VirtualMachineInstance'
        ? fixedInstanceReason(t)
        : (accessReason(
            t,
            mayPatch,
            t('You may not change {{kind}} {{name}} in namespace {{namespace}}', {
              kind: holderNoun(t, vm),
              name,
              namespace,
            }),
          ) ?? waitReason);
    const sidecarsTab = { kind: 'go', path: vmTabPath(vm, 'sidecar-hooks') } as const;
    // With several sidecars, the user chooses one among the cards; the link works on the same tab too.
    const cards = { kind: 'go', path: sidecarsTab.path + ATTACHED_SIDECARS_HASH } as const;
    const count = sidecarsIn(parsed).length;
    const isBroken = parsed.kind === 'malformed';
    const one = (run: () => void): VmAction['does'] => (count === 1 ? { kind: 'run', run } : cards);
    const changeReason = count === 1 ? patchReason : undefined;

    return [
      isBroken
        ? { id: 'repair', label: t('Repair annotation'), does: sidecarsTab, reason: undefined }
        : {
            id: 'attach',
            label: t('Attach hook script'),
            does: {
              kind: 'run',
              run: () => {
                dialogs.attach(vm);
              },
            },
            reason: patchReason,
          },
      ...(count === 0
        ? []
        : ([
            {
              id: 'edit',
              label: count === 1 ? t('Edit hook script') : t('Edit hook scripts'),
              does: one(() => {
                dialogs.attach(vm, 0);
              }),
              reason: changeReason,
            },
            {
              id: 'detach',
              label: count === 1 ? t('Detach hook script') : t('Detach hook scripts'),
              does: one(() => {
                dialogs.detach(vm, 0);
              }),
              reason: changeReason,
            },
          ] as const)),
      ...(count === 0 || kind !== 'VirtualMachine'
        ? []
        : ([
            {
              id: 'tryOnCopy',
              label: t('Try on a copy'),
              does: {
                kind: 'run',
                run: () => {
                  dialogs.tryOnCopy(vm);
                },
              },
              reason: waitReason,
            },
          ] as const)),
      // The domain XML is that of an instance, each of which has its own page.
      ...(kind === 'VirtualMachineInstanceReplicaSet' || isTemplateKind(vm)
        ? []
        : ([
            {
              id: 'validate',
              label: t('Validate hooks'),
              does: { kind: 'go', path: vmTabPath(vm, VALIDATION_TAB) },
              reason: undefined,
            },
          ] as const)),
      ...(state?.needsRestart === true && kind === 'VirtualMachine'
        ? ([
            {
              id: 'restart',
              label: t('Restart VM to apply hooks'),
              does: {
                kind: 'run',
                run: () => {
                  dialogs.restart(vm);
                },
              },
              reason: accessReason(
                t,
                mayRestart,
                t('You may not restart VM {{name}} in namespace {{namespace}}', { name, namespace }),
              ),
            },
          ] as const)
        : []),
    ];
  }, [t, vm, waitReason, name, namespace, parsed, state, mayPatch, mayRestart, dialogs]);
};
