import type { ReactElement } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { VALIDATION_TAB } from '../../features/vmTab/vmTabPath';
import { planRead } from '../../data/domainXml/readPlan';
import type * as Ahead from '../../data/domainXml/xmlAhead';
import { useImpersonation } from '../../k8s/exec/useImpersonation';
import { PodModel } from '../../k8s/models';
import { useAccess } from '../../k8s/useAccess';
import type { VmSidecars } from '../../data/useVmSidecars';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { vmStatus } from '../../sidecars/objects/vm';

/** Comes with the tab's own file. */
const loadReader = async (): Promise<typeof Ahead> =>
  import(/* webpackChunkName: "tab-hook-validation" */ '../../data/domainXml/xmlAhead');

interface ValidationAheadProps {
  vm: VirtualMachine;
  sidecars: Pick<VmSidecars, 'vmi' | 'launcher' | 'newestPod'>;
}

/** Loads the tab's code, and has the console ask what its user may do; it keeps the answer. */
const TabAhead = ({
  vm,
  sidecars: { vmi, launcher, newestPod },
  isPressed,
  onDone,
}: ValidationAheadProps & {
  isPressed: boolean;
  /** The press has been answered. */
  onDone: () => void;
}): null => {
  const { namespace = '', name } = vm.metadata;
  const mayExec = useAccess({ verb: 'create', model: PodModel, namespace, subresource: 'exec' });
  const impersonation = useImpersonation();
  const [reader, setReader] = useState<typeof Ahead>();
  useEffect(() => {
    // When the code does not come, that is told where the tab is.
    loadReader().then(setReader, () => undefined);
  }, []);
  useEffect(() => {
    if (isPressed && reader !== undefined) {
      const plan = planRead({ vmStatus: vmStatus(vm), vmi, launcher, newestPod, mayExec });
      if (reader.readAhead({ namespace, name }, plan, impersonation)) {
        onDone();
      }
    }
  }, [isPressed, onDone, reader, vm, namespace, name, vmi, launcher, newestPod, mayExec, impersonation]);
  return null;
};

const leadsToTab = ({ target }: Event): boolean =>
  target instanceof Element &&
  target.closest('a')?.getAttribute('href')?.endsWith(`/${VALIDATION_TAB}`) === true;

const isPress = (event: Event): boolean =>
  event instanceof KeyboardEvent
    ? event.key === 'Enter'
    : event instanceof MouseEvent &&
      event.type === 'pointerdown' &&
      event.button === 0 &&
      // Opened in another window, which reads by itself.
      !(event.ctrlKey || event.metaKey || event.shiftKey);

const EVENTS = ['pointerover', 'focusin', 'pointerdown', 'keydown'] as const;

/**
 * Shows nothing. Makes ready what the tab Hook validation starts with. As soon as the pointer or the focus comes to a
 * link to it, one of ours or the console's own tab, its code is loaded. When the link is pressed the domain XML is read:
 * virsh answers before the hand lets go. Pointing alone runs nothing in a pod.
 */
export const ValidationAhead = ({ vm, sidecars }: ValidationAheadProps): ReactElement | null => {
  const [isLikely, setLikely] = useState(false);
  const [isPressed, setPressed] = useState(false);
  const onDone = useCallback(() => {
    setPressed(false);
  }, []);
  useEffect(() => {
    const look = (event: Event): void => {
      if (leadsToTab(event)) {
        setLikely(true);
        if (isPress(event)) {
          setPressed(true);
        }
      }
    };
    EVENTS.forEach((type) => {
      document.addEventListener(type, look);
    });
    return () => {
      EVENTS.forEach((type) => {
        document.removeEventListener(type, look);
      });
    };
  }, []);
  return isLikely ? <TabAhead vm={vm} sidecars={sidecars} isPressed={isPressed} onDone={onDone} /> : null;
};
