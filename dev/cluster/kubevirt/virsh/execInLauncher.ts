import { randomBytes } from 'node:crypto';
import type { ExecRequest } from '../../contract';
import { ApiError } from '../apiError';
import type { Launcher } from '../launcher/launcher';

const badRequest = (message: string): ApiError => new ApiError({ code: 400, reason: 'BadRequest', message });

/**
 * Runs a command in a virt-launcher container. Only virsh is there, except in sidecars: what is run there has no more of
 * this machine than the hook scripts have. Throws ApiError where the container cannot take a command.
 */
export const execInLauncher = async (
  launcher: Launcher | undefined,
  request: ExecRequest,
): Promise<number> => {
  const { pod, container, command } = request;
  if (launcher === undefined) {
    throw badRequest(`cannot exec in a stopped state: pod ${pod} does not run`);
  }
  if (!launcher.logs.has(container)) {
    throw badRequest(`container ${container} is not valid for pod ${pod}`);
  }
  if (!launcher.isRunning(container)) {
    throw new ApiError({
      code: 500,
      reason: 'InternalError',
      message: `unable to upgrade connection: container not found ("${container}")`,
    });
  }
  const [program = '', ...args] = command;
  if (container === 'compute' && (program === 'virsh' || program === '/usr/bin/virsh')) {
    const result = await launcher.libvirt.virsh(args);
    if (result.stdout !== '') {
      await request.stdout(result.stdout);
    }
    if (result.stderr !== '') {
      await request.stderr(result.stderr);
    }
    return result.code;
  }
  const shim = launcher.shims.find(({ containerName }) => containerName === container);
  const code = await shim?.exec(request);
  if (code !== undefined) {
    return code;
  }
  const why = program.includes('/')
    ? `exec: "${program}": stat ${program}: no such file or directory`
    : `exec: "${program}": executable file not found in $PATH`;
  const id = randomBytes(32).toString('hex');
  const message = `error executing command in container: failed to exec in container: failed to start exec "${id}": OCI runtime exec failed: exec failed: unable to start container process: ${why}: unknown`;
  throw new ApiError({
    code: 500,
    reason: 'InternalError',
    message: `Internal error occurred: ${message}`,
    details: { causes: [{ message }] },
  });
};
