import type { TFunction } from 'i18next';
import type { SidecarStateKind } from '../../sidecars/state/state';

/** A state in the user's language: its name, its meaning, and what to do, if anything. */
export interface StateText {
  label: string;
  meaning: string;
  cure?: string;
}

const TEXTS: Record<SidecarStateKind, (t: TFunction) => StateText> = {
  notAttached: (t) => ({
    label: t('Not attached'),
    meaning: t('No hook script changes this VM.'),
  }),
  appliesAtNextStart: (t) => ({
    label: t('Applies at next start'),
    meaning: t('Hook scripts run while a VM starts. This one runs when the VM starts next.'),
  }),
  starting: (t) => ({
    label: t('Starting'),
    meaning: t('Hook scripts run while a VM starts. This VM starts now, with what is attached.'),
  }),
  failsAtNextStart: (t) => ({
    label: t('Fails at next start'),
    meaning: t('As it is now, the VM will not start, or will start without the script.'),
    cure: t('See the Hook sidecars tab of the VM for what to repair.'),
  }),
  applied: (t) => ({
    label: t('Applied'),
    meaning: t(
      'The running VM was started with what is attached now. This does not say that the scripts had an effect.',
    ),
  }),
  restartNeeded: (t) => ({
    label: t('Restart needed'),
    meaning: t('The running VM was started with something else than what is attached now.'),
    cure: t('Restart the VM to apply the change.'),
  }),
  scriptChanged: (t) => ({
    label: t('Script changed'),
    meaning: t('The script was changed after the VM started. Hook scripts run only while a VM starts.'),
    cure: t('Restart the VM to run the changed script.'),
  }),
  nodeLost: (t) => ({
    label: t('Node lost'),
    meaning: t(
      'KubeVirt gets no answer from the node of the VM: whether the VM still runs, and with what, is not known.',
    ),
    cure: t('Look at the node, and at the events of the VM.'),
  }),
  failing: (t) => ({
    label: t('Failing'),
    meaning: t('The VM does not start, or not as asked for.'),
    cure: t(
      'See the Hook sidecars tab of the VM for what to repair, and its Hook validation tab for what the script said.',
    ),
  }),
  blocked: (t) => ({
    label: t('Blocked'),
    meaning: t(
      'The feature gate Sidecar is off: KubeVirt refuses every change of this VM and does not start it.',
    ),
    cure: t('Enable the feature gate, which a cluster administrator may, or detach the hook scripts.'),
  }),
  unreadable: (t) => ({
    label: t('Malformed annotation'),
    meaning: t('KubeVirt accepts the annotation as it is, but cannot read it: the VM will not start.'),
    cure: t('Repair or remove the annotation on the Hook sidecars tab of the VM.'),
  }),
};

export const stateText = (t: TFunction, kind: SidecarStateKind): StateText => TEXTS[kind](t);
