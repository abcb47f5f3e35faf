/** Stands for style sheets that only a browser can use. */
export default '';
