import { scriptCheck, type ScriptFinding } from './scriptCheck';
import { sedEdits } from './shell/sedEdits';

/** Devices that KubeVirt looks up by their alias when it reads the domain back. */
const DEVICES = 'disk|interface|hostdev|channel|controller|watchdog|sound|input|shmem|redirdev|filesystem';

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
  const edits = shell === undefined ? [] : sedEdits(shell);
  return [
    ...edits.flatMap(({ pattern, replacement, word }): ScriptFinding[] => {
      const device = addedDevice(replacement, pattern);
      return device === undefined ? [] : [{ pos: word.pos, params: { device } }];
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
