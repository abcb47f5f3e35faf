import { useMemo } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { useNavigate } from 'react-router';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { vmTabPath } from '../vmTab/vmTabPath';
import type { VmDialogs } from './vmDialogs';

/** A chosen menu item is unmounted, but a dialog returns the focus to it; so focus the menu's button, which stays. */
const focusOpenMenuToggle = (): void => {
  document.querySelector<HTMLElement>('[class*="c-menu-toggle"][aria-expanded="true"]')?.focus();
};

/**
 * React hook: the dialogs of a VM's menu. Their code is loaded when one is opened, because the console loads the menu on every
 * page of a VM.
 */
export const useVmDialogs = (): VmDialogs => {
  const launch = useOverlay();
  const navigate = useNavigate();
  return useMemo(() => {
    const open = (vm: VirtualMachine, show: (dialogs: VmDialogs) => void): void => {
      focusOpenMenuToggle();
      import(/* webpackChunkName: "vm-dialogs" */ './vmDialogs').then(
        ({ vmDialogs }) => {
          show(vmDialogs(launch));
        },
        () => {
          // The tab has the same actions, and shows errors of loading.
          void navigate(vmTabPath(vm, 'sidecar-hooks'));
        },
      );
    };
    return {
      attach: (vm, index) => {
        open(vm, (dialogs) => {
          dialogs.attach(vm, index);
        });
      },
      detach: (vm, index) => {
        open(vm, (dialogs) => {
          dialogs.detach(vm, index);
        });
      },
      restart: (vm) => {
        open(vm, (dialogs) => {
          dialogs.restart(vm);
        });
      },
      tryOnCopy: (vm) => {
        open(vm, (dialogs) => {
          dialogs.tryOnCopy(vm);
        });
      },
    };
  }, [launch, navigate]);
};
