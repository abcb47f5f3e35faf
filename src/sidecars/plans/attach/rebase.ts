import { parseSidecars, type MalformedSidecars } from '../../annotation/annotation';
import { findAgain } from '../../annotation/findAgain';
import { spellJson } from '../../json/jsonSpelling';
import { jsonValue, readJson } from '../../json/jsonText';
import { isAnother } from '../../objects/isAnother';
import type { VirtualMachine } from '../../objects/resources';
import type { Sidecar } from '../../annotation/sidecar';
import { sidecarsOfVm, templateAnnotation } from '../../objects/vm';

export type Rebase =
  /** Only other parts of the VM changed. */
  | { kind: 'sameSidecars'; index: number | undefined }
  | {
      kind: 'changed';
      /** The lists as readable JSON. */
      before: string;
      after: string;
      /** The current index of the edited sidecar; undefined adds one. */
      index: number | undefined;
      /** The edited sidecar was removed; saving adds it again. */
      isGone: boolean;
      /** The VM was deleted, and another one was created with its name. */
      isAnother: boolean;
    }
  | { kind: 'malformed'; parsed: MalformedSidecars };

/** The annotation as readable JSON; unchanged if it is not JSON. */
export const prettyAnnotation = (text: string | undefined): string => {
  if (text === undefined) {
    return '';
  }
  const json = readJson(text);
  return json.ok ? spellJson(jsonValue(json.node), 'lines') : text;
};

/** If somebody else changed it, the sidecar with the same script. */
const findEdited = (list: readonly Sidecar[], sidecar: Sidecar, index: number): number | undefined => {
  const found = findAgain(list, sidecar, index);
  const { configMap } = sidecar;
  if (found !== undefined || configMap === undefined) {
    return found;
  }
  const withScript = list.findIndex(
    (other) => other.configMap?.name === configMap.name && other.configMap.key === configMap.key,
  );
  return withScript < 0 ? undefined : withScript;
};

/**
 * Applies an edit to the current VM.
 *
 * @param index the edited sidecar in the list of `seen`; undefined if one is added
 */
export const rebase = (seen: VirtualMachine, now: VirtualMachine, index: number | undefined): Rebase => {
  const text = templateAnnotation(now);
  const parsed = parseSidecars(text);
  if (parsed.kind === 'malformed') {
    return { kind: 'malformed', parsed };
  }
  if (text === templateAnnotation(seen) && !isAnother(seen, now)) {
    return { kind: 'sameSidecars', index };
  }
  const edited = index === undefined ? undefined : sidecarsOfVm(seen)[index];
  const found =
    edited === undefined || index === undefined ? undefined : findEdited(sidecarsOfVm(now), edited, index);
  return {
    kind: 'changed',
    before: prettyAnnotation(templateAnnotation(seen)),
    after: prettyAnnotation(text),
    index: found,
    isGone: edited !== undefined && found === undefined,
    isAnother: isAnother(seen, now),
  };
};
