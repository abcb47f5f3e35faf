import type { ExecRequest } from '../../contract';
import { ApiError } from '../apiError';
import type { Launcher } from '../launcher/launcher';
import { execError } from '../missingProgram';

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
  throw execError(program);
};
