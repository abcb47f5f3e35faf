import type { RequestHandler } from 'express';
import { cookie } from './cookies';

/** The console's policy, enforced: nothing from other origins, no eval, no inline script. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
].join('; ');

const page = (isDark: boolean): string => `<!doctype html>
<html lang="en" class="pf-v6-theme-glass-off${isDark ? ' pf-v6-theme-dark' : ''}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Hook sidecars console</title>
    <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%230066cc'/%3E%3Cpath d='M5 3v6a3 3 0 0 0 6 0V8' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E" />
    <link rel="stylesheet" href="/static/patternfly/patternfly.css" />
    <link rel="stylesheet" href="/static/patternfly/patternfly-addons.css" />
    <script defer src="/static/main.js"></script>
  </head>
  <body>
    <div id="app"></div>
    <noscript>The console needs JavaScript.</noscript>
  </body>
</html>
`;

/** Answers every navigation with the host's document, which does the routing. All other requests get 404. */
export const hostDocument =
  (csrfToken: string): RequestHandler =>
  (request, response) => {
    const isNavigation = request.method === 'GET' && request.accepts(['html', 'json']) === 'html';
    if (!isNavigation) {
      response.status(404).type('text/plain').send(`There is no ${request.path}.\n`);
      return;
    }
    response
      .set({
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'X-Frame-Options': 'DENY',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'Cache-Control': 'no-store',
      })
      .cookie('csrf-token', csrfToken, { sameSite: 'strict', path: '/' })
      .type('html')
      .send(page(cookie(request, 'theme') === 'dark'));
  };
