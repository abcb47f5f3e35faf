import type { HookPoint } from '../hookPoint';

export const SCRIPT_LANGUAGES = ['sh', 'python3'] as const;
export type ScriptLanguage = (typeof SCRIPT_LANGUAGES)[number];

/** A correct script to start from, with a usual key for it. */
export interface ScriptTemplate {
  language: ScriptLanguage;
  hookPoint: HookPoint;
  key: string;
  text: string;
}

export const scriptTemplate = (language: ScriptLanguage, hookPoint: HookPoint): ScriptTemplate => ({
  language,
  hookPoint,
  key: language === 'sh' ? 'script.sh' : 'script.py',
  text: '',
});
