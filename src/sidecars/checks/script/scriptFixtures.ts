import type { Finding, ScriptFindingId } from '../check';
import { checkScript, SCRIPT_CHECKS, type ScriptSource } from './runScriptChecks';

export const source = (text: string, changes: Partial<ScriptSource> = {}): ScriptSource => ({
  configMap: 'c',
  key: 'k',
  text,
  hookPoint: 'onDefineDomain',
  inDefaultImage: true,
  kubevirtVersion: 'v1.9.0',
  ...changes,
});

export const sh = (body: string): string => `#!/bin/sh\n${body}\n`;
export const py = (body: string): string => `#!/usr/bin/env python3\n${body}\n`;

export const found = (id: ScriptFindingId, text: string, changes: Partial<ScriptSource> = {}): Finding[] =>
  checkScript(source(text, changes)).filter((finding) => finding.id === id);

export const ALL_IDS = SCRIPT_CHECKS.map(({ id }) => id);
