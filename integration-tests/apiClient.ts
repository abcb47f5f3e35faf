export type Api = <T>(method: string, path: string, body?: unknown, contentType?: string) => Promise<T>;

/** Sends requests to an API server. Throws on an error answer. */
export const apiClient =
  (url: string, headers: Record<string, string> = {}): Api =>
  async <T>(method: string, path: string, body?: unknown, contentType = 'application/json') => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...headers, 'Content-Type': contentType },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    }
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
