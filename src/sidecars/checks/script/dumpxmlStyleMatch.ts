import { isAtLeast } from '../../featureGate/kubevirtVersion';
import { lookedFor } from './lookedFor';
import { scriptCheck, type ScriptFinding } from './scriptCheck';

/** `type='kvm'`, with or without a tag before it; a choice of quotes as in `type=['"]kvm` is none. */
const SINGLE_QUOTES = /(?<![@\w:.-])[A-Za-z_][\w:.-]*='[^'"<>|]*'/;

/** `<baseBoard/>`, and not as one of several choices of a pattern. */
const SELF_CLOSING = /<[\w:]+(?:\s[^<>]*)?\/>/;

/** XPath asks in brackets: `disk[@device='cdrom']`, `disk[target='vda']`. */
const withoutPredicates = (text: string): string => text.replace(/\[[@\w][^\]]*\]/g, '');

const looksLikeDumpxml = (text: string): boolean =>
  SINGLE_QUOTES.test(withoutPredicates(text)) || (SELF_CLOSING.test(text) && !/[|?*]/.test(text));

/**
 * The script gets XML as Go writes it: double quotes, and `<a></a>` in place of `<a/>`. What is looked for as virsh
 * prints it is never found.
 */
export const dumpxmlStyleMatch = scriptCheck('dumpxmlStyleMatch', ({ source, shell, python, text }) =>
  source.hookPoint === 'preCloudInitIso'
    ? []
    : lookedFor(shell, python, text)
        .filter((pattern) => looksLikeDumpxml(pattern.text))
        .map(({ text: written, pos, isNeverReached }): ScriptFinding =>
          // Call 3, which KubeVirt makes from 1.8 on, gets an input without the namespace.
          isNeverReached && isAtLeast(source.kubevirtVersion, 1, 8) === false
            ? { pos, params: { text: written, branch: 'xmlns:qemu' }, severity: 'advice' }
            : { pos, params: { text: written } },
        ),
);
