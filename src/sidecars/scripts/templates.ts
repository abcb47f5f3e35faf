import type { HookPoint } from '../annotation/hookPoint';
import { PYTHON_TEMPLATES } from './pythonTemplates';
import { SH_TEMPLATES } from './shTemplates';

export const SCRIPT_LANGUAGES = ['sh', 'python3'] as const;
export type ScriptLanguage = (typeof SCRIPT_LANGUAGES)[number];

/** A correct script to start from, with a typical key. */
export interface ScriptTemplate {
  language: ScriptLanguage;
  hookPoint: HookPoint;
  key: string;
  text: string;
}

/**
 * The script follows the rules of a good script: it reads arguments by flag and quotes them; a second run changes
 * nothing; without a match it prints its input unchanged and says so on stderr; it fails only if its input is not XML
 * or JSON.
 */
export const scriptTemplate = (language: ScriptLanguage, hookPoint: HookPoint): ScriptTemplate => ({
  language,
  hookPoint,
  key: language === 'sh' ? 'script.sh' : 'script.py',
  text: (language === 'sh' ? SH_TEMPLATES : PYTHON_TEMPLATES)[hookPoint],
});
