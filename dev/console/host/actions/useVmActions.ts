import type { Action, K8sResourceCommon, K8sVerb } from '@openshift-console/dynamic-plugin-sdk';
import { useFlag } from '@openshift-console/dynamic-plugin-sdk/lib/utils/flags';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/useOverlay';
import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';
import { coFetch } from '../shims/shared/src/utils/console-fetch';
import { ErrorModal } from '../layout/ErrorModal';

const COMMANDS = { start: 'Start', stop: 'Stop', restart: 'Restart' } as const;
type Command = keyof typeof COMMANDS;

const isVirtualMachine = (object: K8sResourceCommon): boolean =>
  object.kind === 'VirtualMachine' && object.apiVersion?.startsWith('kubevirt.io/') === true;

/** Start, stop and restart of a VM, as in kubevirt-plugin's menu. Empty without kubevirt-plugin and for other kinds. */
export const useVmActions = (object: K8sResourceCommon): Action[] => {
  const launch = useOverlay();
  const hasKubeVirtPlugin = (useFlag('KUBEVIRT_VIRTUALIZATION_NAV') as boolean | undefined) === true;
  if (!hasKubeVirtPlugin || !isVirtualMachine(object)) {
    return [];
  }
  const { name = '', namespace = '' } = object.metadata ?? {};
  const status = (object as VirtualMachine).status?.printableStatus ?? '';
  const isOff = status === 'Stopped' || status === '';

  const run = (command: Command): void => {
    const url = `/api/kubernetes/apis/subresources.kubevirt.io/v1/namespaces/${namespace}/virtualmachines/${name}/${command}`;
    coFetch(url, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: '{}' }).catch(
      (error: unknown) => {
        launch(ErrorModal, { title: `${COMMANDS[command]} ${name} failed`, error });
      },
    );
  };

  const action = (command: Command, disabled: boolean, reason: string): Action => ({
    id: `vm-${command}`,
    label: COMMANDS[command],
    cta: () => {
      run(command);
    },
    disabled,
    disabledTooltip: reason,
    accessReview: {
      group: 'subresources.kubevirt.io',
      resource: 'virtualmachines',
      subresource: command,
      verb: 'update' satisfies K8sVerb,
      name,
      namespace,
    },
  });

  return [
    action('start', !isOff, 'The VM is not stopped.'),
    action('stop', isOff, 'The VM is not running.'),
    action('restart', isOff, 'The VM is not running.'),
  ];
};
