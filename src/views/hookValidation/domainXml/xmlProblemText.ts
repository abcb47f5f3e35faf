import type { TFunction } from 'i18next';
import type { XmlProblem } from '../../../data/domainXml/xmlProblem';

export interface ProblemText {
  variant: 'info' | 'warning' | 'danger';
  title: string;
  why: string;
  whatToDo: string;
  /** The message of virsh or of the cluster, untranslated; may be empty. */
  said: string;
}

type Text = Omit<ProblemText, 'said'>;

const podNotRunning = (t: TFunction, problem: Extract<XmlProblem, { kind: 'podNotRunning' }>): Text => {
  if (problem.pod === undefined) {
    return {
      variant: 'warning',
      title: t('The VM has no pod yet'),
      why: t('KubeVirt has not made a virt-launcher pod for this start, or could not.'),
      whatToDo: t(
        'The XML is read as soon as the pod runs. If this lasts, look at the Hook sidecars tab and the events.',
      ),
    };
  }
  const { pod, phase } = problem;
  return phase === 'Pending'
    ? {
        variant: 'info',
        title: t('The pod does not run yet'),
        why: t('Pod {{pod}} is starting: there is no domain before its containers run.', { pod }),
        whatToDo: t('The XML is read as soon as the pod runs.'),
      }
    : {
        variant: 'warning',
        title: t('The pod no longer runs'),
        why: t('Pod {{pod}} is in phase {{phase}}, and its domain ended with it.', { pod, phase }),
        whatToDo: t(
          'Look at the output of the hooks below for the reason. The XML is read again when a new pod runs.',
        ),
      };
};

const textOf = (t: TFunction, problem: XmlProblem): Text => {
  switch (problem.kind) {
    case 'vmStopped':
      return {
        variant: 'info',
        title: t('The VM has no running instance'),
        why: t('Its status is {{status}}. Hooks run when a VM starts, so there is nothing to validate now.', {
          status: problem.vmStatus,
        }),
        whatToDo: t('Start the VM. The XML is read as soon as its pod runs.'),
      };
    case 'vmMigrating':
      return {
        variant: 'info',
        title: t('The VM is migrating'),
        why: t(
          'The VM is moving from one pod to another. What hooks changed moves with it; the target does not apply it again.',
        ),
        whatToDo: t('The XML is read from the pod in which the VM runs when the migration is over.'),
      };
    case 'podNotRunning':
      return podNotRunning(t, problem);
    case 'mayNotExec':
      return {
        variant: 'warning',
        title: t('You may not run commands in pods of this namespace'),
        why: t(
          'The live XML is read by running virsh in pod {{pod}}. That needs permission to create pods/exec, which you do not have.',
          { pod: problem.pod },
        ),
        whatToDo: t('Ask an administrator for it, or read the XML from the log of the pod.'),
      };
    case 'mayNotReadPod':
      return {
        variant: 'warning',
        title: t('The connection to the pod was refused'),
        why: t(
          'Pod {{pod}} can no longer be read either: your permissions changed, or your session expired.',
          {
            pod: problem.pod,
          },
        ),
        whatToDo: t('Log in again, or ask an administrator for access.'),
      };
    case 'podGone':
      return {
        variant: 'warning',
        title: t('The pod is gone'),
        why: t('Pod {{pod}} was deleted before virsh could run in it.', { pod: problem.pod }),
        whatToDo: t('The XML is read again when the VM has a new pod.'),
      };
    case 'unreachable':
      return {
        variant: 'danger',
        title: t('No connection to the pod'),
        why: t(
          'Pod {{pod}} runs, but the connection was refused on the way: by the console, the API server or the node. Browsers do not say more.',
          { pod: problem.pod },
        ),
        whatToDo: t('Try again. If it lasts, run the command below in a terminal: it shows the reason.'),
      };
    case 'notStarted':
      return {
        variant: 'danger',
        title: t('virsh could not be started'),
        why: t('The container compute of pod {{pod}} did not run the command.', { pod: problem.pod }),
        whatToDo: t(
          'Try again when the container runs. A launcher image without virsh cannot be asked this way.',
        ),
      };
    case 'commandFailed':
      return {
        variant: 'danger',
        title: t('virsh failed with exit code {{exitCode}}', { exitCode: problem.exitCode }),
        why: t(
          'Pod {{pod}} runs, but libvirt in it does not give the XML. Before a domain is defined, or when a hook stops the start, there is none.',
          { pod: problem.pod },
        ),
        whatToDo: t('Look at the output of the hooks below, then try again.'),
      };
    case 'notDefinedYet':
      return {
        variant: 'info',
        title: t('There is no domain yet'),
        why: t('Pod {{pod}} runs, and libvirt in it gets the domain when the hook scripts have run.', {
          pod: problem.pod,
        }),
        whatToDo: t(
          'The XML is read as soon as the VM runs. If this lasts, look at the output of the hooks below.',
        ),
      };
    case 'lost':
      return {
        variant: 'danger',
        title: t('The connection was lost'),
        why: t(
          'It ended before the cluster said how the command ended. What had come, {{count}} characters, may be incomplete and is not shown.',
          { count: problem.receivedCharacters },
        ),
        whatToDo: t('Try again.'),
      };
    case 'cancelled':
      return {
        variant: 'info',
        title: t('Reading the XML was cancelled'),
        why: t('You ended the connection to pod {{pod}} before it answered.', { pod: problem.pod }),
        whatToDo: t('You can try again.'),
      };
    case 'notInLog':
      return {
        variant: 'info',
        title: t('The log holds no domain XML'),
        why: t(
          'virt-launcher logs it at verbosity 2 and above when it defines the domain, and long logs lose their beginning.',
        ),
        whatToDo: t('Restart the VM and look again, or raise the log verbosity of virt-launcher.'),
      };
    case 'logUnreadable':
      return {
        variant: 'warning',
        title: t('The log could not be read'),
        why: t('The log of container compute in pod {{pod}} was asked for in place of running virsh.', {
          pod: problem.pod,
        }),
        whatToDo: t('Ask an administrator for permission to get pods/log, or try again.'),
      };
  }
};

/** The text of a problem: what happened, why, what to do, and the cluster's message. */
export const xmlProblemText = (t: TFunction, problem: XmlProblem): ProblemText => ({
  ...textOf(t, problem),
  said: 'said' in problem ? problem.said : '',
});
