import type { OutgoingHttpHeaders } from 'node:http';
import type { RequestOptions } from 'node:https';
import type { Connection } from '../console/server/upstream';
import { UpstreamRefusal } from '../console/server/upstream';
import { UserError } from '../base/userError';
import { isExecEntry } from './execPlugin';
import type { KubeconfigChoice, LoadedKubeconfig } from './loadKubeconfig';
import { loadKubeconfig } from './loadKubeconfig';

const CACHE_MS = 30_000;
/** Minimum time between renewals, so that repeated refusals do not run a credential plugin for each request. */
const BETWEEN_RENEWALS_MS = 5_000;

const LINES_OF_PLUGIN = 3;

/** Why credentials could not be obtained, without quoting them. */
const whyNone = (error: unknown, { user }: LoadedKubeconfig): string => {
  const { code, path } = error as NodeJS.ErrnoException;
  const exec: unknown = user.exec;
  if (isExecEntry(exec)) {
    const plugin = `The credential plugin “${exec.command}” of user “${user.name}”`;
    if (code === 'ENOENT' || code === 'EACCES') {
      return `${plugin} cannot be run (${code}). Is it installed?`;
    }
    // The message of a parser or access error would quote the plugin's output.
    if (error instanceof SyntaxError || error instanceof TypeError) {
      return `${plugin} answered no credentials.`;
    }
    const said = (error instanceof Error ? error.message : '').trim().split('\n').slice(-LINES_OF_PLUGIN);
    return `${plugin} failed: ${said.join(' ')}`;
  }
  if (code !== undefined && path !== undefined) {
    return `The file ${path} of user “${user.name}” cannot be read (${code}).`;
  }
  return `There are no usable credentials for user “${user.name}”.`;
};

/**
 * The credentials of the chosen context. They are cached for a while, and read again from the files (where a login may have
 * written new ones) at once when the API server refuses them.
 */
export class Credentials {
  private readonly choice: KubeconfigChoice;
  private readonly server: string;
  private kubeconfig: LoadedKubeconfig;
  private cached: { until: number; connection: Promise<Connection> } | undefined;
  private mustReload = false;
  private renewed = 0;

  /** Throws UserError when the kubeconfig cannot be used. */
  constructor(choice: KubeconfigChoice) {
    this.kubeconfig = loadKubeconfig(choice);
    // If the current context changes later, the console stays with the one in its masthead.
    this.choice = { ...choice, context: this.kubeconfig.context };
    this.server = this.kubeconfig.cluster.server;
  }

  get loaded(): LoadedKubeconfig {
    return this.kubeconfig;
  }

  async connection(): Promise<Connection> {
    if (this.cached === undefined || this.cached.until < Date.now()) {
      const connection = this.take();
      this.cached = { until: Date.now() + CACHE_MS, connection };
      connection.catch(() => {
        this.cached = undefined;
        this.mustReload = true;
      });
    }
    return this.cached.connection;
  }

  /** To be called when the API server refused the credentials. Returns true if the next connection uses new ones. */
  refused(): boolean {
    if (Date.now() - this.renewed < BETWEEN_RENEWALS_MS) {
      return false;
    }
    this.renewed = Date.now();
    this.cached = undefined;
    this.mustReload = true;
    return true;
  }

  private reload(): void {
    const loaded = loadKubeconfig(this.choice);
    if (loaded.cluster.server !== this.server) {
      throw new UserError(
        `The context “${loaded.context}” now names another cluster than the one this console was started for. Restart it.`,
      );
    }
    this.kubeconfig = loaded;
    this.mustReload = false;
  }

  private async take(): Promise<Connection> {
    try {
      if (this.mustReload) {
        this.reload();
      }
      const options: RequestOptions = {};
      await this.kubeconfig.config.applyToHTTPSOptions(options);
      const { headers = {}, auth, agent } = options;
      const authorization =
        typeof auth === 'string' ? { Authorization: `Basic ${Buffer.from(auth).toString('base64')}` } : {};
      return {
        url: this.server,
        // Node allows several types of headers; the client uses a plain object.
        headers: { ...(headers as OutgoingHttpHeaders), ...authorization, ...this.kubeconfig.impersonation },
        ...(typeof agent === 'object' ? { agent } : {}),
      };
    } catch (error) {
      if (error instanceof UpstreamRefusal) {
        throw error;
      }
      const why = error instanceof UserError ? error.message : whyNone(error, this.kubeconfig);
      throw new UpstreamRefusal(401, 'Unauthorized', why);
    }
  }
}
