import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { installProbe } from './probe';

/** How long a button stays pressed; the click event comes at its release. */
const PRESS_MS = 80;

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--window-size=1400,900',
  '--remote-debugging-port=0',
];

interface Answer {
  id?: number;
  error?: { message: string };
  result?: { result?: { value?: unknown }; exceptionDetails?: { exception?: { description?: string } } };
}

export interface BarePage {
  goTo: (url: string) => Promise<void>;
  /** Runs a function in the page. Argument and result must be JSON; the function must not use outer variables. */
  evaluate: <Argument, Result>(
    work: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ) => Promise<Result>;
  /** Moves the pointer there, in CSS pixels of the window. */
  pointAt: (place: { x: number; y: number }) => Promise<void>;
  /** Presses and releases the mouse button there. */
  click: (place: { x: number; y: number }) => Promise<void>;
  /** Types into the focused element. */
  insertText: (text: string) => Promise<void>;
  close: () => Promise<void>;
}

/**
 * A page in a browser that Playwright does not control. For Playwright the browser reports every WebSocket frame with its
 * content; for megabytes of XML that takes longer than the reading that is measured.
 */
export const openBarePage = async (executable: string): Promise<BarePage> => {
  const profile = mkdtempSync(join(tmpdir(), 'sidecar-bench-browser-'));
  const browser = spawn(executable, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((found, failed) => {
    browser.once('error', failed);
    browser.once('exit', () => {
      failed(new Error('The browser ended.'));
    });
    let said = '';
    browser.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const host = /DevTools listening on ws:\/\/([^/]+)\//.exec(said)?.[1];
      if (host !== undefined) {
        found(host);
      }
    });
  });
  const targets = (await (await fetch(`http://${address}/json`)).json()) as {
    type: string;
    webSocketDebuggerUrl: string;
  }[];
  const target = targets.find(({ type }) => type === 'page');
  if (target === undefined) {
    throw new Error('The browser has no page.');
  }
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, 'open');
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString('utf8')) as Answer;
    waiting.get(answer.id ?? 0)?.(answer);
  });
  let lastId = 0;
  const send = async (method: string, params: object = {}): Promise<NonNullable<Answer['result']>> => {
    lastId += 1;
    const id = lastId;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { error, result = {} } = await answered;
    waiting.delete(id);
    const problem = error?.message ?? result.exceptionDetails?.exception?.description;
    if (problem !== undefined) {
      throw new Error(problem);
    }
    return result;
  };
  await send('Page.enable');
  await send('Page.addScriptToEvaluateOnNewDocument', {
    // A helper that the TypeScript runner adds to functions that are sent to the page.
    source: `globalThis.__name ??= (value) => value; (${installProbe.toString()})();`,
  });
  return {
    goTo: async (url) => {
      await send('Page.navigate', { url });
    },
    evaluate: async <Argument, Result>(
      work: (argument: Argument) => Result | Promise<Result>,
      argument: Argument,
    ) => {
      const expression = `(${work.toString()})(${JSON.stringify(argument)})`;
      const { result } = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      return result?.value as Result;
    },
    pointAt: async (place) => {
      await send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...place });
    },
    click: async (place) => {
      const button = { button: 'left', clickCount: 1, ...place };
      await send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button });
      await sleep(PRESS_MS);
      await send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button });
    },
    insertText: async (text) => {
      await send('Input.insertText', { text });
    },
    close: async () => {
      const ended = once(browser, 'exit');
      // The browser's processes write to the profile until they have closed on their own.
      await send('Browser.close');
      await ended;
      socket.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
    },
  };
};
