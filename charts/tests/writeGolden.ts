import { writeFileSync } from 'node:fs';
import { findTool } from './findTool';
import { GOLDEN_CASES, goldenFile } from './goldenCases';
import { templateChart } from './renderChart';

const helm = findTool('helm');
if (helm === undefined) {
  process.exit(1);
}
for (const { name, values } of GOLDEN_CASES) {
  const { code, stdout, stderr } = templateChart(helm, values);
  if (code !== 0) {
    console.error(stderr);
    process.exit(1);
  }
  writeFileSync(goldenFile(name), stdout);
}
