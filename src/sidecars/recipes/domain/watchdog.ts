import { t } from '../../findings/finding';
import { isX86 } from '../isX86';
import { textOf } from '../parameter';
import { celDevices, celText } from '../cel';
import { celCopy } from '../celCopies';
import type { Recipe } from '../recipe';
import { equals } from '../xpath';

export const watchdog: Recipe = {
  id: 'watchdog',
  version: 1,
  title: t('Watchdog with another model or action'),
  does: t('Adds a watchdog that pauses or dumps a guest that hangs, or whose model an old guest knows.'),
  category: 'guest',
  hookPoint: 'onDefineDomain',
  parameters: [
    {
      name: 'model',
      label: t('Model'),
      kind: 'choice',
      default: 'i6300esb',
      options: [
        { value: 'i6300esb', label: 'i6300esb' },
        { value: 'ib700', label: 'ib700' },
      ],
    },
    {
      name: 'action',
      label: t('Action'),
      kind: 'choice',
      default: 'pause',
      options: [
        { value: 'pause', label: t('Pause the VM') },
        { value: 'dump', label: t('Dump its memory and go on') },
        { value: 'none', label: t('Only record it') },
        { value: 'reset', label: t('Reset it') },
        { value: 'poweroff', label: t('Switch it off') },
      ],
    },
  ],
  native: {
    when: t('The model i6300esb with the actions poweroff, reset and shutdown is a field of the VM.'),
    yaml: `spec:
  template:
    spec:
      domain:
        devices:
          watchdog:
            name: watchdog
            i6300esb:
              action: reset
`,
  },
  nativeField: (values, vm) => {
    const action = textOf(values, 'action');
    const { name = 'watchdog', ...models } = (vm.spec.template?.spec.domain.devices.watchdog ?? {}) as {
      name?: string;
    };
    const isWhole = textOf(values, 'model') === 'i6300esb' && ['reset', 'poweroff'].includes(action);
    return isWhole && isX86(vm) && Object.keys(models).every((model) => model === 'i6300esb')
      ? {
          path: ['spec', 'template', 'spec', 'domain', 'devices', 'watchdog'],
          value: { name, i6300esb: { action } },
        }
      : undefined;
  },
  change: `def change(domain):
    devices = child(domain, "devices")
    watchdog = child(devices, "watchdog", model=PARAMETERS["model"])
    child(watchdog, "alias").set("name", "ua-watchdog")
    # All watchdogs of a domain have one action.
    for each in devices.findall("watchdog"):
        each.set("action", PARAMETERS["action"])
`,
  caveats: [t('KubeVirt does not start a paused VM again by itself.')],
  documentation: 'https://libvirt.org/formatdomain.html#watchdog-devices',
  expectations: (values) => [
    equals(`/domain/devices/watchdog[@model="${textOf(values, 'model')}"]/@action`, textOf(values, 'action')),
  ],
  guestCommand: 'cat /sys/class/watchdog/watchdog*/identity',
  cel: (values) => {
    const [model, action] = [celText(textOf(values, 'model')), celText(textOf(values, 'action'))];
    const others = `domainSpec.Devices.Watchdogs.filter(d, d.Model != ${model}).map(d, ${celCopy('DomainWatchdog', 'd', { Action: action })})`;
    const watchdog = `DomainWatchdog{Model: ${model}, Action: ${action}, Alias: DomainAlias{Name: "ua-watchdog"}}`;
    return celDevices('Watchdogs', `${others} + [${watchdog}]`);
  },
};
