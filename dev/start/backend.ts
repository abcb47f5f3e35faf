import type { Upstream } from '../console/server/upstream';

/** What is behind the console: the embedded cluster, or one of the user's own. */
interface Backend {
  upstream: Upstream;
  /** Lines to print once the console serves it. */
  description: string;
  close: () => Promise<void>;
}

/** Starts or connects it. Told apart from its preparation, so that what is wrong is said before anything is built. */
export type LaunchBackend = () => Promise<Backend>;
