import type { HookPoint } from '../../annotation/hookPoint';
import { positionOf } from '../../text/textPosition';
import { SCRIPT_FINDINGS, type ScriptFindingId } from '../../findings/script';
import type { Finding, Severity } from '../check';
import type { PythonScript } from './python/pythonScript';
import { readPython } from './python/pythonScript';
import { readShebang, type Shebang } from './shebang';
import { readShell, type ShellScript } from './shell/shellScript';

/** A script and how it is used; what is undefined is not known, and no finding is made of it. */
export interface ScriptSource {
  configMap: string;
  key: string;
  text: string;
  hookPoint?: HookPoint | undefined;
  /** KubeVirt's own image runs it, so that only what is in that image can be used. */
  inDefaultImage?: boolean | undefined;
  /** As the cluster reports it: `v1.6.2`. */
  kubevirtVersion?: string | undefined;
}

/**
 * A script as the checks see it. `shell` and `python` are read from the text without byte order mark and with
 * blanks for carriage returns, so that each of these mistakes is reported once. Only the shebang determines the language.
 */
export interface ReadScript {
  source: ScriptSource;
  shebang: Shebang | undefined;
  shell: ShellScript | undefined;
  python: PythonScript | undefined;
  /** What the offsets of `shell` and `python` refer to. */
  text: string;
}

/** What a check says of a script; `pos` is an offset in `ReadScript.text`. */
export interface ScriptFinding {
  pos: number;
  params?: Finding['params'];
  severity?: Severity;
  /** The whole text after the edit. */
  fixed?: string | undefined;
}

export interface ScriptCheck {
  id: ScriptFindingId;
  run: (script: ReadScript) => Finding[];
}

const BOM = '\uFEFF';

/** Offsets of `ReadScript.text` plus this are offsets of the text itself. */
export const bomLength = ({ source }: ReadScript): number => (source.text.startsWith(BOM) ? 1 : 0);

export const readScript = (source: ScriptSource): ReadScript => {
  const text = source.text.replace(BOM, (mark, at) => (at === 0 ? '' : mark)).replaceAll('\r\n', ' \n');
  const shebang = readShebang(text);
  return {
    source,
    shebang,
    shell: shebang?.language === 'shell' ? readShell(text) : undefined,
    python: shebang?.language === 'python' ? readPython(text) : undefined,
    text,
  };
};

/** More places of one kind say nothing new. */
const MAX_PLACES = 50;

/** A check of one script. */
export const scriptCheck = (
  id: ScriptFindingId,
  find: (script: ReadScript) => readonly ScriptFinding[],
): ScriptCheck => ({
  id,
  run: (script) => {
    const { configMap, key, text } = script.source;
    return find(script)
      .slice(0, MAX_PLACES)
      .map((found): Finding => {
        const { line, column } = positionOf(text, found.pos + bomLength(script));
        return {
          id,
          severity: found.severity ?? SCRIPT_FINDINGS[id].severity,
          params: found.params ?? {},
          place: { kind: 'script', configMap, key, line, column },
          fix:
            found.fixed === undefined
              ? undefined
              : { kind: 'script', configMap, key, before: text, text: found.fixed },
        };
      });
  },
});

/** The script's text with `replacement` in the place of what stands between two offsets of `ReadScript.text`. */
export const replacingText = (script: ReadScript, pos: number, end: number, replacement: string): string => {
  const { text } = script.source;
  const base = bomLength(script);
  return text.slice(0, base + pos) + replacement + text.slice(base + end);
};
