import { buildIfChanged } from '../dev/base/buildIfChanged';
import { hostBuild, pluginBuild } from '../dev/base/builds';

// Builds the plugin and the embedded console if their sources have changed.
const { signal } = new AbortController();
await Promise.all([buildIfChanged(pluginBuild, signal), buildIfChanged(hostBuild, signal)]);
