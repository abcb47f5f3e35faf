import type { OutgoingHttpHeaders } from 'node:http';
import type { RequestOptions } from 'node:https';
import type { Connection } from '../console/server/upstream';
import { UpstreamRefusal } from '../console/server/upstream';
import { UserError } from '../base/userError';
import { isExecEntry } from './execPlugin';
import type { KubeconfigChoice, LoadedKubeconfig } from './loadKubeconfig';
import { loadKubeconfig } from './loadKubeconfig';

const HOLD_MS = 30_000;
/** A server that refuses everything must not make a credential plugin run for each request. */
const BETWEEN_RENEWALS_MS = 5_000;

const LINES_OF_PLUGIN = 3;

/** What went wrong on the way to credentials, without any of them. */
const whyNone = (error: unknown, { user }: LoadedKubeconfig): string => {
  const { code, path } = error as NodeJS.ErrnoException;
  const exec: unknown = user.exec;
  if (isExecEntry(exec)) {
    const plugin = `The credential plugin “${exec.command}” of user “${user.name}”`;
    if (code === 'ENOENT' || code === 'EACCES') {
      return `${plugin} cannot be run (${code}). Is it installed?`;
    }
    // The message of a failed parser or access would quote what the plugin answered.
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
 * The credentials of the chosen context. They are held for a while, taken anew after that, and at once from the files
 * (where a login may have put new ones) when the API server has refused them.
 */
export class Credentials {
  readonly #choice: KubeconfigChoice;
  readonly #server: string;
  #loaded: LoadedKubeconfig;
  #held: { until: number; connection: Promise<Connection> } | undefined;
  #mustReload = false;
  #renewed = 0;

  /** Throws UserError when the kubeconfig cannot be used. */
  constructor(choice: KubeconfigChoice) {
    this.#loaded = loadKubeconfig(choice);
    // Whatever becomes the current context later, the console stays with the one that its masthead names.
    this.#choice = { ...choice, context: this.#loaded.context };
    this.#server = this.#loaded.cluster.server;
  }

  get loaded(): LoadedKubeconfig {
    return this.#loaded;
  }

  /** Rejects with UpstreamRefusal. */
  async connection(): Promise<Connection> {
    if (this.#held === undefined || this.#held.until < Date.now()) {
      const connection = this.#take();
      this.#held = { until: Date.now() + HOLD_MS, connection };
      connection.catch(() => {
        this.#held = undefined;
        this.#mustReload = true;
      });
    }
    return this.#held.connection;
  }

  /** The API server refused what it got. True when the next connection is made from what the files hold then. */
  refused(): boolean {
    if (Date.now() - this.#renewed < BETWEEN_RENEWALS_MS) {
      return false;
    }
    this.#renewed = Date.now();
    this.#held = undefined;
    this.#mustReload = true;
    return true;
  }

  #reload(): void {
    const loaded = loadKubeconfig(this.#choice);
    if (loaded.cluster.server !== this.#server) {
      throw new UserError(
        `The context “${loaded.context}” now names another cluster than the one this console was started for. Start it anew.`,
      );
    }
    this.#loaded = loaded;
    this.#mustReload = false;
  }

  async #take(): Promise<Connection> {
    try {
      if (this.#mustReload) {
        this.#reload();
      }
      const options: RequestOptions = {};
      await this.#loaded.config.applyToHTTPSOptions(options);
      const { headers = {}, auth, agent } = options;
      const authorization =
        typeof auth === 'string' ? { Authorization: `Basic ${Buffer.from(auth).toString('base64')}` } : {};
      return {
        url: this.#server,
        // The client fills in a plain object, of the many shapes that Node allows.
        headers: { ...(headers as OutgoingHttpHeaders), ...authorization, ...this.#loaded.impersonation },
        ...(typeof agent === 'object' ? { agent } : {}),
      };
    } catch (error) {
      if (error instanceof UpstreamRefusal) {
        throw error;
      }
      const why = error instanceof UserError ? error.message : whyNone(error, this.#loaded);
      throw new UpstreamRefusal(401, 'Unauthorized', why);
    }
  }
}
