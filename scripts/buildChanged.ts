import { buildIfChanged } from '../dev/base/buildIfChanged';
import { HOST_BUILD, PLUGIN_BUILD } from '../dev/base/builds';

// Builds the plugin and the embedded console if their sources have changed.
const { signal } = new AbortController();
await Promise.all([buildIfChanged(PLUGIN_BUILD, signal), buildIfChanged(HOST_BUILD, signal)]);
