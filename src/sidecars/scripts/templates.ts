import type { HookPoint } from '../annotation/hookPoint';
import { PYTHON_TEMPLATES } from './pythonTemplates';
import { SH_TEMPLATES } from './shTemplates';

export const SCRIPT_LANGUAGES = ['sh', 'python3'] as const;
export type ScriptLanguage = (typeof SCRIPT_LANGUAGES)[number];

/** A correct script to start from, with a usual key for it. */
export interface ScriptTemplate {
  language: ScriptLanguage;
  hookPoint: HookPoint;
  key: string;
  text: string;
}

/**
 * The script keeps what every good one keeps: arguments by flag, quoted; a second run changes nothing; without a
 * match its input comes out unchanged and stderr says so; it fails only when its input is no XML or JSON.
 */
export const scriptTemplate = (language: ScriptLanguage, hookPoint: HookPoint): ScriptTemplate => ({
  language,
  hookPoint,
  key: language === 'sh' ? 'script.sh' : 'script.py',
  text: (language === 'sh' ? SH_TEMPLATES : PYTHON_TEMPLATES)[hookPoint],
});
