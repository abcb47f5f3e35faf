const PLACES = [
  /File "[^"]*\/(?:onDefineDomain|preCloudInitIso)", line (\d+)/g,
  /\/(?:onDefineDomain|preCloudInitIso): (?:line )?(\d+): /g,
];

/** The line of the script that an interpreter complains of, from 1; of a traceback the innermost. */
export const scriptLine = (text: string): number | undefined => {
  for (const place of PLACES) {
    const line = Array.from(text.matchAll(place), ([, number]) => number).at(-1);
    if (line !== undefined) {
      return Number(line);
    }
  }
  return undefined;
};
