/**
 * What a client of the embedded servers may take: they serve one person, and must outlive a page that goes wrong. Bodies
 * have limits of their own where they are read.
 */
export const HTTP_LIMITS = {
  /** Milliseconds in which the headers of a request must be there: a client that sends a byte a second holds nothing. */
  headersTimeout: 10_000,
  /** Milliseconds in which all of a request must be there. */
  requestTimeout: 120_000,
  /** Milliseconds between two looks at what is late. */
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 64 * 1024,
};

/** More WebSockets than all tabs of a browser open. */
export const MOST_SOCKETS = 512;
