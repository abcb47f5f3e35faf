import type { Upstream } from '../console/server/upstream';

/** The cluster behind the console: the embedded one or the user's. */
interface Backend {
  upstream: Upstream;
  description: string;
  close: () => Promise<void>;
}

/** Starts or connects it. Separate from its preparation, so that errors show before anything is built. */
export type LaunchBackend = () => Promise<Backend>;
