import type { Compilation, Compiler, sources, WebpackPluginInstance } from 'webpack';
import webpack from 'webpack';

const CALLBACK = '__load_plugin_entry__';
const CONTAINER_CALLBACK = '__kubevirt_sidecar_plugin_container__';

/** Compiles one file by itself: as an entry of the plugin's own compilation it would get all that is shared. */
const compileAlone = async (compilation: Compilation, request: string): Promise<sources.Source> => {
  const file = `${LazyContainerPlugin.name}.js`;
  const child = compilation.createChildCompiler(LazyContainerPlugin.name, { filename: file });
  new webpack.EntryPlugin(child.context, request).apply(child);
  await new Promise<void>((resolve, reject) => {
    child.runAsChild((error) => {
      if (error instanceof Error) {
        reject(error);
      } else {
        resolve();
      }
    });
  });
  const asset = compilation.getAsset(file);
  if (asset === undefined) {
    throw new webpack.WebpackError(`${request} could not be compiled.`);
  }
  compilation.deleteAsset(file);
  return asset.source;
};

interface LazyContainerOptions {
  /** The plugin's name, as ConsoleRemotePlugin names its chunk. */
  containerName: string;
  /** The script that takes the container's place; it asks for the file beside it, `plugin-container…`. */
  entry: string;
}

/**
 * Moves the module container that ConsoleRemotePlugin makes from `plugin-entry…` to `plugin-container…` and puts a
 * small script in its place: every page of the console loads the entry, only the plugin's own the container.
 */
export class LazyContainerPlugin implements WebpackPluginInstance {
  readonly #options: LazyContainerOptions;

  constructor(options: LazyContainerOptions) {
    this.#options = options;
  }

  apply(compiler: Compiler): void {
    const entries = new WeakMap<Compilation, sources.Source>();
    compiler.hooks.make.tapPromise(LazyContainerPlugin.name, async (compilation) => {
      const entry = await compileAlone(compilation, this.#options.entry);
      entries.set(compilation, entry);
      // The file's name has the hash of all of the build.
      compilation.hooks.fullHash.tap(LazyContainerPlugin.name, (hash) => {
        hash.update(entry.source());
      });
    });
    compiler.hooks.thisCompilation.tap(LazyContainerPlugin.name, (compilation) => {
      compilation.hooks.processAssets.tap(
        {
          name: LazyContainerPlugin.name,
          // After the container was given its callback, before anything is minified.
          stage: webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE + 1,
        },
        () => {
          this.#exchange(compilation, entries.get(compilation));
        },
      );
    });
  }

  #exchange(compilation: Compilation, entry: sources.Source | undefined): void {
    const { containerName } = this.#options;
    const chunk = [...compilation.chunks].find(({ name }) => name === containerName);
    const file = [...(chunk?.files ?? [])].find((each) => each.endsWith('.js')) ?? '';
    const container = compilation.getAsset(file);
    const call = `${CALLBACK}('${containerName}', `;
    const at = container?.source.source().toString().indexOf(call) ?? -1;
    if (entry === undefined || container === undefined || at < 0) {
      throw new webpack.WebpackError(`No script calls ${CALLBACK} for ${containerName}.`);
    }
    const source = new webpack.sources.ReplaceSource(container.source);
    source.replace(at, at + call.length - 1, `${CONTAINER_CALLBACK}(`);
    compilation.emitAsset(file.replace('plugin-entry', 'plugin-container'), source, container.info);
    compilation.updateAsset(file, entry);
  }
}
