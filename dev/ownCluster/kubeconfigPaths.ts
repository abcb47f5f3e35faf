import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { UserError } from '../base/userError';

/**
 * The kubeconfig files in order of precedence, as for kubectl: the given one, else the existing ones of `$KUBECONFIG`, else
 * `~/.kube/config`. Throws UserError if there is none.
 */
export const kubeconfigPaths = (given: string, environment: NodeJS.ProcessEnv = process.env): string[] => {
  if (given !== '') {
    if (!existsSync(given)) {
      throw new UserError(`There is no kubeconfig at ${given}.`);
    }
    return [resolve(given)];
  }
  const listed = (environment.KUBECONFIG ?? '').split(delimiter).filter((path) => path !== '');
  if (listed.length > 0) {
    const existing = listed.filter((path) => existsSync(path));
    if (existing.length === 0) {
      throw new UserError(`There is no kubeconfig at ${listed.join(' or ')}, where $KUBECONFIG says.`);
    }
    return existing.map((path) => resolve(path));
  }
  const standard = join(environment.HOME ?? homedir(), '.kube', 'config');
  if (!existsSync(standard)) {
    throw new UserError(
      `There is no kubeconfig at ${standard} and $KUBECONFIG is not set. Name one: --kubeconfig PATH.`,
    );
  }
  return [standard];
};
