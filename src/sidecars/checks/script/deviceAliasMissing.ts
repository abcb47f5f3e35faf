import { scriptCheck, type ScriptFinding } from './scriptCheck';
import { textEdits } from './shell/textEdits';

/**
 * Devices whose alias KubeVirt reads back without looking whether there is one. Of all others it keeps the alias at most.
 * Source: Alias.GetName() in pkg/virt-launcher/virtwrap (manager.go, cli/libvirt.go) and virt-handler of KubeVirt 1.9.
 */
const DEVICES = 'disk|interface|hostdev';

const OPENING = new RegExp(`<(${DEVICES})(?=[ >/])`, 'g');
const OWN_ALIAS = /ua-[\w-]/;

/** The first device that a text opens and that is not in what it replaces. */
const addedDevice = (added: string, before = ''): string | undefined =>
  Array.from(added.matchAll(OPENING), ([, device = '']) => device).find(
    (device) => !before.includes(`<${device}`),
  );

/**
 * Only where no alias of one's own is in the script at all: an alias may be put together in another place. A device
 * that takes the place of another keeps its alias.
 */
export const deviceAliasMissing = scriptCheck('deviceAliasMissing', ({ source, shell, python, text }) => {
  if (source.hookPoint === 'preCloudInitIso' || OWN_ALIAS.test(text)) {
    return [];
  }
  const edits = shell === undefined ? [] : textEdits(shell);
  return [
    ...edits.flatMap(({ pattern, replacement, pos }): ScriptFinding[] => {
      const device = addedDevice(replacement, pattern);
      return device === undefined ? [] : [{ pos, params: { device } }];
    }),
    ...(python?.calls ?? []).flatMap(({ name, args, pos }): ScriptFinding[] => {
      const isMade = /(?:^|\.)(?:SubElement|Element)$/.test(name);
      const tag = name.endsWith('SubElement') ? args[1]?.[0] : args[0]?.[0];
      return isMade && tag?.kind === 'string' && new RegExp(`^(?:${DEVICES})$`).test(tag.value)
        ? [{ pos, params: { device: tag.value } }]
        : [];
    }),
    ...(python?.calls ?? []).flatMap(({ name, args, pos }): ScriptFinding[] => {
      const added = name.endsWith('.fromstring') && args[0]?.[0]?.kind === 'string' ? args[0][0].value : '';
      const device = addedDevice(added);
      return device === undefined ? [] : [{ pos, params: { device } }];
    }),
  ];
});
