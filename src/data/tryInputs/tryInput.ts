/** The two arguments of a call that a script can read. */
export interface TryInput {
  /** The domain's XML, or the cloud-init data as JSON. */
  input: string;
  /** The VMI as JSON. */
  vmi: string;
}
