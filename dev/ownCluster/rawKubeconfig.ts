import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { UserError } from '../base/userError';

/** The fields of a kubeconfig's user that the Kubernetes client does not read. */
export interface RawUser {
  name: string;
  user?: {
    tokenFile?: string;
    'as-uid'?: string;
    'as-groups'?: string[];
    'as-user-extra'?: Record<string, string[]>;
  };
}

interface RawKubeconfig {
  users?: RawUser[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Parses a kubeconfig. Throws UserError with the file's name but none of its content, which includes credentials. */
export const readRawKubeconfig = (path: string): { text: string; raw: RawKubeconfig } => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(
      `${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}.`,
    );
  }
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem !== undefined) {
    throw new UserError(`${path} is no YAML: see line ${problem.linePos?.[0].line ?? 1}.`);
  }
  const raw: unknown = document.toJS();
  if (!isRecord(raw) || !Array.isArray(raw.contexts)) {
    throw new UserError(`${path} is no kubeconfig: it lists no contexts.`);
  }
  return { text, raw };
};
