import { timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { cookie } from './cookies';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

const equal = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** Accepts a write only with the token in both its header and its cookie, as the real console does. */
export const requireCsrfToken =
  (token: string): RequestHandler =>
  (request, response, next) => {
    const header = request.get('X-CSRFToken') ?? '';
    const isValid = equal(header, token) && equal(cookie(request, 'csrf-token') ?? '', token);
    if (SAFE_METHODS.includes(request.method) || isValid) {
      next();
    } else {
      response
        .status(403)
        .type('text/plain')
        .send('The X-CSRFToken header does not match the csrf-token cookie. Reload the page.\n');
    }
  };
