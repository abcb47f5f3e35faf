const unavailable = new Error('The embedded cluster has no Prometheus.');

/** In the console's order: `[response, error, loading]`. */
export const usePrometheusPoll = (): [undefined, Error, boolean] => [undefined, unavailable, false];
