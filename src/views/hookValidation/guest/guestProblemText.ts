import type { TFunction } from 'i18next';
import type { GuestProblem } from './checkGuest';

interface GuestProblemText {
  variant: 'info' | 'warning';
  title: string;
  why: string;
}

/** Why the guest agent could not answer, and what helps. Commands to run by hand are shown below it. */
export const guestProblemText = (t: TFunction, { kind }: GuestProblem): GuestProblemText => {
  switch (kind) {
    case 'absent':
      return {
        variant: 'info',
        title: t('No guest agent is connected'),
        why: t(
          'The guest has no QEMU guest agent that runs, or has not finished booting. Install and start the package qemu-guest-agent in it, or log in and run a command below.',
        ),
      };
    case 'notConfigured':
      return {
        variant: 'warning',
        title: t('The VM has no channel for a guest agent'),
        why: t(
          'Its domain XML lacks the channel org.qemu.guest_agent.0, which KubeVirt always adds. Did a hook script remove it? Log in and run a command below.',
        ),
      };
    case 'blocked':
      return {
        variant: 'info',
        title: t('The guest agent may not run programs'),
        why: t(
          'RHEL and its relatives block the command guest-exec by default. Log in and run a command below, or allow guest-exec in the agent’s configuration.',
        ),
      };
    case 'slow':
      return {
        variant: 'warning',
        title: t('The guest agent did not answer in time'),
        why: t('The guest may be busy, paused or booting. Try again, or log in and run a command below.'),
      };
    case 'noProgram':
      return {
        variant: 'info',
        title: t('The guest shows no SMBIOS values to its agent'),
        why: t('The values are read with grep from /sys/class/dmi/id, which only Linux has.'),
      };
    case 'notRun':
      return {
        variant: 'warning',
        title: t('virsh could not be run in the pod'),
        why: t('The domain XML card says more about the connection to the pod.'),
      };
    case 'failed':
      return {
        variant: 'warning',
        title: t('The guest agent could not be asked'),
        why: t('Log in and run a command below.'),
      };
  }
};
