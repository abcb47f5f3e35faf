import { randomBytes } from 'node:crypto';
import type { ContainerState } from '../../../src/sidecars/objects/resources';
import { ApiError } from './apiError';
import { now } from './conditions';

const why = (program: string): string =>
  program.includes('/')
    ? `exec: "${program}": stat ${program}: no such file or directory`
    : `exec: "${program}": executable file not found in $PATH`;

/** The state of a container whose program its image does not have. */
export const startError = (program: string): { message: string; state: ContainerState } => {
  const message = `failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ${why(program)}: unknown`;
  return {
    message,
    state: {
      terminated: {
        exitCode: 128,
        reason: 'StartError',
        message,
        startedAt: '1970-01-01T00:00:00Z',
        finishedAt: now(),
      },
    },
  };
};

/** The answer to a command that the container's image does not have. */
export const execError = (program: string): ApiError => {
  const id = randomBytes(32).toString('hex');
  const message = `error executing command in container: failed to exec in container: failed to start exec "${id}": OCI runtime exec failed: exec failed: unable to start container process: ${why(program)}: unknown`;
  return new ApiError({
    code: 500,
    reason: 'InternalError',
    message: `Internal error occurred: ${message}`,
    details: { causes: [{ message }] },
  });
};
