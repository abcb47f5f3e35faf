/**
 * Limits of the embedded servers for all clients, so that a faulty page cannot bring them down. Limits of request bodies
 * are where the bodies are read.
 */
export const HTTP_LIMITS = {
  /** Milliseconds for the headers of a request, so that slow clients do not occupy connections. */
  headersTimeout: 10_000,
  /** Milliseconds for a whole request. */
  requestTimeout: 120_000,
  /** Milliseconds between checks for late requests. */
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 64 * 1024,
  /**
   * Milliseconds until an idle connection is closed, as the real API server has it. With Node's 5 seconds, a busy client
   * sends requests on connections that are just being closed, and they fail.
   */
  keepAliveTimeout: 90_000,
};

/** More WebSockets, or HTTP streams (watches and followed logs), than all tabs of a browser and some kubectl open. */
export const MOST_SOCKETS = 512;
