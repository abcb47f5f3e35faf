import type { FunctionComponent, ReactElement } from 'react';
import { lazy } from 'react';

const Loading = lazy(async () => new Promise<{ default: FunctionComponent }>(() => undefined));

/** Stands for the console's editor, which needs more of a browser than jsdom has: its code is still on its way. */
export const MonacoCodeEditor = (): ReactElement => <Loading />;
