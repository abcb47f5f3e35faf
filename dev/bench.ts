/** `npm run bench`: measures lists, domain XML and tries, and prints tables. */
import { cpus, loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { ensureChromium } from './base/findChromium';
import { benchGrowth, benchList } from './bench/listBench';
import { benchHostile } from './bench/hostileBench';
import { HELP, readOptions, type BenchOptions, type Part } from './bench/options';
import { benchQuickTry } from './bench/quickTryBench';
import { benchXml } from './bench/xmlBench';
import { buildIfChanged } from './base/buildIfChanged';
import { HOST_BUILD, PLUGIN_BUILD } from './base/builds';

const measure = async (options: BenchOptions): Promise<void> => {
  const { signal } = new AbortController();
  await Promise.all([buildIfChanged(PLUGIN_BUILD, signal), buildIfChanged(HOST_BUILD, signal)]);
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const bench: Record<Part, () => Promise<void>> = {
    list: async () => benchList(browser, options),
    growth: async () => benchGrowth(browser),
    xml: async () => benchXml(options),
    hostile: async () => benchHostile(browser),
    try: async () => benchQuickTry(browser, options),
  };
  try {
    for (const part of options.parts) {
      await bench[part]();
    }
  } finally {
    await browser.close();
  }
  // Load from other processes slows everything down; ratios are then more reliable than times.
  console.log(
    `\n${cpus().length} cores, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  );
};

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(HELP);
  } else {
    await measure(options);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
