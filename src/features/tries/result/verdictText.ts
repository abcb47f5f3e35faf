import type { TFunction } from 'i18next';
import type { HookPoint } from '../../../sidecars/annotation/hookPoint';
import type { LibvirtRefusal } from '../../../sidecars/domainSpec/readXml';
import { visibleValue } from '../../../sidecars/text/visibleText';
import type { TryVerdict } from '../../../sidecars/tries/verdictOf';

interface VerdictText {
  variant: 'success' | 'info' | 'warning' | 'danger';
  title: string;
  body: string;
}

const refusalText = (t: TFunction, refusal: LibvirtRefusal, call: number): string => {
  switch (refusal) {
    case 'textAround':
      return t(
        'Call {{call}} prints more than the domain. KubeVirt ignores it, but libvirt refuses the result. Write messages to standard error.',
        { call },
      );
    case 'duplicateAttribute':
      return t('The result of call {{call}} has an attribute twice in one element. libvirt refuses it.', {
        call,
      });
    case 'undeclaredPrefix':
      return t(
        'The result of call {{call}} uses a prefix that it does not declare. libvirt refuses it. Add the declaration, such as xmlns:qemu, to the domain: KubeVirt does not keep it in all calls.',
        { call },
      );
    case 'tooDeep':
      return t('The result of call {{call}} is nested more than 256 elements deep. libvirt refuses it.', {
        call,
      });
  }
};

const failureText = (t: TFunction, call: number): string =>
  call === 1
    ? t('KubeVirt ignores what it printed, and repeats the start again and again. The VM does not start.')
    : t(
        'KubeVirt ignores what it printed. The domain of the call before is defined by then, and KubeVirt starts the VM with that one, or fails with an error that does not mention the script.',
      );

/** The verdict in one line, and what it means. */
export const verdictText = (
  t: TFunction,
  verdict: TryVerdict,
  hookPoint: HookPoint,
): VerdictText | undefined => {
  switch (verdict.kind) {
    case 'noCalls':
      return undefined;
    case 'fails':
      return {
        variant: 'danger',
        title: t('Fails in call {{call}}', { call: verdict.call }),
        body: failureText(t, verdict.call),
      };
    case 'incomplete':
      return {
        variant: 'warning',
        title: t('The record of call {{call}} is incomplete', { call: verdict.call }),
        body: t('A part of what the script got or printed was lost, so that there is no verdict.'),
      };
    case 'notXml':
      return {
        variant: 'danger',
        title: t('Not the XML of a domain'),
        body: t('KubeVirt cannot read the result of call {{call}}. The VM does not start.', {
          call: verdict.call,
        }),
      };
    case 'notCloudInit':
      return {
        variant: 'danger',
        title: t('Not cloud-init data'),
        body: t('KubeVirt cannot read the result of call {{call}}. The VM does not start.', {
          call: verdict.call,
        }),
      };
    case 'notForLibvirt':
      return {
        variant: 'danger',
        title: t('Not XML for libvirt'),
        body: refusalText(t, verdict.refusal, verdict.call),
      };
    case 'addsAgain':
      return {
        variant: 'warning',
        title: t('Adds again at each call'),
        body: t(
          'Call {{call}} adds {{path}} although its input has it from an earlier call. Look for it before you add it.',
          { call: verdict.call, path: visibleValue(verdict.path) },
        ),
      };
    case 'changesAgain':
      return {
        variant: 'warning',
        title: t('Changes its own result again'),
        body: t('Call {{call}} changes {{path}} once more, which an earlier call has changed already.', {
          call: verdict.call,
          path: visibleValue(verdict.path),
        }),
      };
    case 'lostLater':
      return {
        variant: 'warning',
        title: t('A change of call 1 is lost'),
        body: t(
          'Call 1 changes {{path}}, but the result of call {{call}} does not have this change. The last result becomes the domain, so make each change in each call.',
          { call: verdict.call, path: visibleValue(verdict.path) },
        ),
      };
    case 'changesNothing':
      return {
        variant: 'info',
        title: t('Changes nothing'),
        body: t(
          'Each result means the same as the input of its call. With this input the script has no effect.',
        ),
      };
    case 'sameAfterSecondCall':
      return {
        variant: 'success',
        title: t('Same after the second call'),
        body: t('What the script changes is there once, however often KubeVirt calls it.'),
      };
    case 'changes':
      return {
        variant: 'success',
        title: t('Changes its input'),
        body:
          hookPoint === 'preCloudInitIso'
            ? t('KubeVirt calls the script once, and takes its result.')
            : t('Call {{call}} is the only one with a change.', { call: verdict.call }),
      };
  }
};
