import config from '../dev/console/webpack.host';
import { runWebpack } from './runWebpack';

// Builds the embedded console's front end into .cache/console-host.
await runWebpack(config);
