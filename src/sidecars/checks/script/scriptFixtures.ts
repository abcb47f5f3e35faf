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

const READ = `import sys
import xml.etree.ElementTree as ET
root = ET.fromstring(sys.argv[4])
d = root.find("devices")
`;
const PRINT = '\nprint(ET.tostring(root, encoding="unicode"))';
/** A Python script that reads the domain as `root` and its devices as `d`, and prints it. */
export const changing = (body: string): string => py(`${READ}${body}${PRINT}`);
/** Adds a device with sed. */
export const SOUND = `sed 's|</devices>|<sound model="ich6"></sound></devices>|'`;
/** A shell script that edits the domain with sed. */
export const edit = (expression: string): string => sh(`printf '%s\\n' "$4" | sed '${expression}'`);

/** All that is found in a script, by id. */
export const idsOf = (text: string, changes: Partial<ScriptSource> = {}): string[] =>
  checkScript(source(text, changes)).map(({ id }) => id);
